package io.github.hybridnet.simulator.dataplane;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Answers a client of the service: any HTTP request with 200 and a JSON document that names the
 * path, any other line with one line that names it.
 */
final class ClientConversation {
  private static final Pattern REQUEST = Pattern.compile("[A-Z]+ \\S+ HTTP/1\\.([01])");
  private static final Pattern LENGTH = Pattern.compile("content-length:\\s*(\\d{1,9})");
  private static final int LONGEST_LINE = 8192;

  private final Socket client;
  private final SiteService service;
  private final InputStream in;

  ClientConversation(Socket client, SiteService service) throws IOException {
    this.client = client;
    this.service = service;
    this.in = new BufferedInputStream(client.getInputStream());
    client.setTcpNoDelay(true);
  }

  /** Answers until the client has nothing more to say. */
  void hold() throws IOException, InterruptedException {
    boolean open = true;
    while (open) {
      String line = line();
      if (line == null) {
        return;
      }
      Matcher request = REQUEST.matcher(line);
      if (request.matches()) {
        open = http(request.group(1).equals("1"));
      } else {
        ServiceReachability serviceReachability = service.awaitPath();
        send(
            "path="
                + serviceReachability.path()
                + " connection="
                + serviceReachability.connection()
                + "\n");
      }
    }
  }

  private boolean http(boolean persistent) throws IOException, InterruptedException {
    boolean open = persistent;
    long length = 0;
    for (String line = line(); line != null && !line.isEmpty(); line = line()) {
      String header = line.toLowerCase(Locale.ROOT);
      Matcher size = LENGTH.matcher(header);
      length = size.matches() ? Long.parseLong(size.group(1)) : length;
      open &= !header.matches("connection:\\s*close");
    }
    in.skipNBytes(length);
    String body = json(service.awaitPath());
    send(
        "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
            + body.length()
            + (open ? "" : "\r\nConnection: close")
            + "\r\n\r\n"
            + body);
    return open;
  }

  private static String json(ServiceReachability serviceReachability) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("network", serviceReachability.network())
        .put("path", serviceReachability.path())
        .put("connection", serviceReachability.connection())
        .toString();
  }

  private void send(String text) throws IOException {
    client.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The next line without its end; null at the end of the stream, or if it is far too long. */
  private @Nullable String line() throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0 || bytes.size() > LONGEST_LINE) {
        return null;
      }
      bytes.write(next);
    }
    return bytes.toString(StandardCharsets.US_ASCII).stripTrailing();
  }
}
