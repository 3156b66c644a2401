// "Finish and clear this device": answers that waited to be sent go too.
for (const key of Object.keys(localStorage)) if (key.startsWith("unsent:")) localStorage.removeItem(key);
