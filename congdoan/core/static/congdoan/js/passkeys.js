/* Says so when a passkey could not be used; a person who closes the device's own window is not told. */
document.addEventListener("allauth.error", (event) => {
  event.preventDefault();
  const refused = event.detail.exception?.name === "NotAllowedError";
  document.getElementById("passkey_problem").hidden = refused;
});
