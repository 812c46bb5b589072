package dev.signet.suite;

import java.nio.charset.StandardCharsets;

/** A multipart form with a token and a file. */
final class MultipartUpload {

  private MultipartUpload() {}

  /** Sends the form with the token of a new session, and returns the response's body. */
  static String send(Client client, String path) {
    Reply page = client.get("forms");
    String form =
        """
        --b
        Content-Disposition: form-data; name="csrf_token"

        %s
        --b
        Content-Disposition: form-data; name="file"; filename="a.txt"
        Content-Type: text/plain;charset=UTF-8

        caf\u00e9
        --b--
        """
            .formatted(page.body())
            .replace("\n", "\r\n");
    byte[] body = form.getBytes(StandardCharsets.UTF_8);
    String type = "multipart/form-data; boundary=b";
    return client.post(path, type, body, "Cookie", page.pair()).body();
  }
}
