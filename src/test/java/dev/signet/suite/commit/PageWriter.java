package dev.signet.suite.commit;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.AsyncContext;
import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** Writes a page without blocking, on a thread of the container. */
final class PageWriter implements WriteListener {

  private static final int PART = 1000;

  private final byte[] page;
  private final AsyncContext async;
  private int written;

  PageWriter(String page, AsyncContext async) {
    this.page = page.getBytes(UTF_8);
    this.async = async;
  }

  @Override
  public void onWritePossible() throws IOException {
    ServletOutputStream out = async.getResponse().getOutputStream();
    while (out.isReady()) {
      if (written == page.length) {
        async.complete();
        return;
      }
      int length = Math.min(PART, page.length - written);
      out.write(page, written, length);
      written += length;
    }
  }

  @Override
  public void onError(Throwable failure) {
    async.complete();
  }
}
