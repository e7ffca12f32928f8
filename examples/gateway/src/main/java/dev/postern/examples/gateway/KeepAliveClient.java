package dev.postern.examples.gateway;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;

/**
 * One connection that sends requests made ahead and reads each answer whole. It knows no more of
 * HTTP than the gateway's answers need, so that it costs little of the time that it measures.
 */
final class KeepAliveClient implements AutoCloseable {
  private static final String LENGTH = "content-length: ";

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[1 << 16];

  KeepAliveClient(int port) throws IOException {
    socket = new Socket(InetAddress.getLoopbackAddress(), port);
    socket.setTcpNoDelay(true);
    in = socket.getInputStream();
  }

  /**
   * Sends a request and reads the answer to its end.
   *
   * @throws IOException also if the answer is not a success
   */
  void exchange(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    int read = 0;
    int head = -1;
    while (head < 0) {
      read += more(read);
      head = endOfHead(read);
    }
    int end = head + bodyLength(head);
    while (read < end) {
      read += more(read);
    }
  }

  private int more(int from) throws IOException {
    int count = in.read(buffer, from, buffer.length - from);
    if (count <= 0) {
      throw new EOFException("the gateway hung up");
    }
    return count;
  }

  private int endOfHead(int read) {
    for (int i = 3; i < read; i++) {
      if (buffer[i] == '\n' && buffer[i - 2] == '\n') {
        return i + 1;
      }
    }
    return -1;
  }

  private int bodyLength(int head) throws IOException {
    if (buffer[9] != '2') {
      throw new IOException(new String(buffer, 0, head, ISO_8859_1));
    }
    for (int i = 0; i + LENGTH.length() < head; i++) {
      if (buffer[i] == '\n' && startsWithLength(i + 1)) {
        int length = 0;
        for (int j = i + 1 + LENGTH.length(); buffer[j] != '\r'; j++) {
          length = length * 10 + buffer[j] - '0';
        }
        return length;
      }
    }
    return 0;
  }

  private boolean startsWithLength(int from) {
    for (int i = 0; i < LENGTH.length(); i++) {
      // A letter's case is this bit; of the others here it changes nothing.
      if ((buffer[from + i] | 0x20) != LENGTH.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  @Override
  public void close() throws IOException {
    socket.close();
  }
}
