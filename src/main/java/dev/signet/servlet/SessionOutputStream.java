package dev.signet.servlet;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import java.io.IOException;

/** The output stream of a response. The session is written before the response is committed. */
final class SessionOutputStream extends ServletOutputStream {

  private final ServletOutputStream stream;
  private final OutputLimit limit;

  SessionOutputStream(ServletOutputStream stream, OutputLimit limit) {
    this.stream = stream;
    this.limit = limit;
  }

  @Override
  public void write(int value) throws IOException {
    limit.beforeWrite(1);
    stream.write(value);
  }

  @Override
  public void write(byte[] bytes) throws IOException {
    write(bytes, 0, bytes.length);
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    limit.beforeWrite(length);
    stream.write(bytes, offset, length);
  }

  @Override
  public void flush() throws IOException {
    limit.beforeCommit();
    stream.flush();
  }

  @Override
  public void close() throws IOException {
    limit.beforeCommit();
    stream.close();
  }

  @Override
  public boolean isReady() {
    return stream.isReady();
  }

  /** Passes the listener on; the container then writes at any time, on any thread. */
  @Override
  public void setWriteListener(WriteListener listener) {
    stream.setWriteListener(listener);
  }
}
