package io.github.hybridnet.drill.probe;

import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the head of an HTTP answer. */
final class HttpResponseHead {
  private static final int MOST = 64 * 1024;
  private static final Pattern FIRST_LINE =
      Pattern.compile("HTTP/\\d(?:\\.\\d)? (\\d{3})(?: [^\\r\\n]*+)?\\r?\\n");
  private static final Pattern END = Pattern.compile("\\n\\r?\\n");

  private final Socket socket;
  private final SocketDeadline socketDeadline;
  private final ByteArrayOutputStream read = new ByteArrayOutputStream();

  HttpResponseHead(Socket socket, SocketDeadline socketDeadline) {
    this.socket = socket;
    this.socketDeadline = socketDeadline;
  }

  /** The status, once the whole head is there; 0 when it is not HTTP. */
  int status() throws IOException {
    byte[] buffer = new byte[4096];
    while (read.size() < MOST) {
      int status = statusSoFar();
      if (status >= 0) {
        return status;
      }
      socket.setSoTimeout(socketDeadline.millis());
      int length = socket.getInputStream().read(buffer);
      if (length < 0) {
        throw new EOFException();
      }
      read.write(buffer, 0, length);
    }
    return 0;
  }

  /** -1 when there must be more of it. Heads of preliminary answers (1xx) come first. */
  private int statusSoFar() {
    String text = read.toString(StandardCharsets.ISO_8859_1);
    if (!text.regionMatches(0, "HTTP/", 0, Math.min(5, text.length()))) {
      return 0;
    }
    int from = 0;
    Matcher end = END.matcher(text);
    while (end.find()) {
      Matcher line = FIRST_LINE.matcher(text).region(from, text.length());
      int status = line.lookingAt() ? Integer.parseInt(line.group(1)) : 0;
      if (status == 0 || status >= 200) {
        return status;
      }
      from = end.end();
    }
    return -1;
  }
}
