// The private link carries its code behind the #, where no server sees it. Put it into the form and send that.
const code = decodeURIComponent(location.hash.slice(1));
if (code) {
  history.replaceState(null, "", location.pathname);
  const form = document.getElementById("open-link");
  form.elements.code.value = code;
  form.requestSubmit();
}
