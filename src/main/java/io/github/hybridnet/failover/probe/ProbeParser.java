package io.github.hybridnet.failover.probe;

import io.github.hybridnet.failover.probe.ProbeSpec.Command;
import io.github.hybridnet.failover.probe.ProbeSpec.Endpoint;
import io.github.hybridnet.failover.probe.ProbeSpec.Http;
import io.github.hybridnet.failover.probe.ProbeSpec.Icmp;
import io.github.hybridnet.failover.probe.ProbeSpec.Tcp;
import java.util.List;

/** Reads one probe. */
final class ProbeParser {
  private ProbeParser() {}

  static ProbeSpec parse(String text) throws MistakeException {
    Written written = Written.of(text);
    return switch (written.scheme()) {
      case "tcp" -> tcp(written);
      case "http" -> http(written, false);
      case "https" -> http(written, true);
      case "icmp" -> icmp(written);
      case "command" -> command(written);
      default ->
          throw new MistakeException(
              "it does not begin with tcp:, http:, https:, icmp: or command:");
    };
  }

  private static ProbeSpec tcp(Written written) throws MistakeException {
    WebAddress address = WebAddress.of(written.rest());
    if (!address.isBare()) {
      throw new MistakeException("tcp://host:port takes a host and a port, and nothing else");
    }
    if (address.port() == 0) {
      throw new MistakeException("it has no port");
    }
    String shown = "tcp://" + address.shown();
    return new Tcp(name(written, shown), shown, new Endpoint(address.host(), address.port()));
  }

  private static ProbeSpec http(Written written, boolean tls) throws MistakeException {
    WebAddress address = WebAddress.of(written.rest());
    int port = address.port() != 0 ? address.port() : tls ? 443 : 80;
    String shown = written.scheme() + "://" + address.shown() + address.path();
    return new Http(
        name(written, shown),
        shown,
        new Endpoint(address.host(), port),
        HttpRequests.of(tls, address));
  }

  private static ProbeSpec icmp(Written written) throws MistakeException {
    WebAddress address = WebAddress.of(written.rest());
    if (!address.isBare() || address.port() != 0) {
      throw new MistakeException("icmp://host takes a host, and nothing else");
    }
    String shown = "icmp://" + address.shown();
    return new Icmp(name(written, shown), shown, address.host());
  }

  /** Arguments may hold anything, so that only the program is shown. */
  private static ProbeSpec command(Written written) throws MistakeException {
    List<String> words = CommandWords.of(written.rest());
    String shown = "command:" + words.get(0) + (words.size() == 1 ? "" : " …");
    return new Command(name(written, shown), shown, words);
  }

  private static String name(Written written, String shown) {
    return written.name().isEmpty() ? shown : written.name();
  }
}
