"""The public page that shows the whole scoring model, generated from the published files."""
