package io.github.hybridnet.failover.probe;

import io.github.hybridnet.failover.probe.ProbeSpec.Request;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;

/**
 * Succeeds when an HTTP request is answered, on a connection of its own. Java's client is not used:
 * it keeps connections, follows proxies, and has threads that all probes would share.
 */
final class HttpProbe extends SocketProbe {
  private final String host;
  private final int port;
  private final Request request;
  private final Tls tls;

  HttpProbe(InetSocketAddress address, String host, Request request, Tls tls) {
    super(address);
    this.host = host;
    this.port = address.getPort();
    this.request = request;
    this.tls = tls;
  }

  @Override
  Answer converse(SocketChannel channel, Deadline deadline) throws IOException {
    Socket plain = channel.socket();
    if (!request.tls()) {
      return converse(plain, deadline);
    }
    try (Socket secure = tls.over(plain, host, port, deadline)) {
      return converse(secure, deadline);
    }
  }

  private Answer converse(Socket socket, Deadline deadline) throws IOException {
    socket.getOutputStream().write(request.text().getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    int status = new HttpAnswer(socket, deadline).status();
    if (status == 0) {
      return Answer.down("the answer is not HTTP");
    }
    boolean ok =
        request.status().isPresent()
            ? status == request.status().getAsInt()
            : status >= 200 && status < 400;
    return ok ? Answer.UP : Answer.down("status " + status);
  }
}
