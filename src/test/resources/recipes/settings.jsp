<%@ page session="false" contentType="text/html;charset=UTF-8" %>
<p role="status">${signet.flash('notice')}</p>
<form method="post" action="settings">
  <input type="hidden" name="csrf_token" value="${signetCsrfToken.value()}">
  <input name="theme" value="${signet.theme}"> <button>Save</button>
</form>
