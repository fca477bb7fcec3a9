package io.github.hybridnet.drill.probe;

import io.github.hybridnet.drill.probe.ProbeSpec.Request;
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
  private final TlsConnector tlsConnector;

  HttpProbe(InetSocketAddress address, String host, Request request, TlsConnector tlsConnector) {
    super(address);
    this.host = host;
    this.port = address.getPort();
    this.request = request;
    this.tlsConnector = tlsConnector;
  }

  @Override
  ProbeAnswer converse(SocketChannel channel, SocketDeadline socketDeadline) throws IOException {
    Socket plain = channel.socket();
    if (!request.tls()) {
      return converse(plain, socketDeadline);
    }
    try (Socket secure = tlsConnector.over(plain, host, port, socketDeadline)) {
      return converse(secure, socketDeadline);
    }
  }

  private ProbeAnswer converse(Socket socket, SocketDeadline socketDeadline) throws IOException {
    socket.getOutputStream().write(request.text().getBytes(StandardCharsets.US_ASCII));
    socket.getOutputStream().flush();
    int status = new HttpResponseHead(socket, socketDeadline).status();
    if (status == 0) {
      return ProbeAnswer.down("the answer is not HTTP");
    }
    boolean ok =
        request.status().isPresent()
            ? status == request.status().getAsInt()
            : status >= 200 && status < 400;
    return ok ? ProbeAnswer.UP : ProbeAnswer.down("HTTP status " + status);
  }
}
