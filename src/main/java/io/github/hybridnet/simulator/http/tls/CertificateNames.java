package io.github.hybridnet.simulator.http.tls;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.security.cert.CertificateParsingException;
import java.security.cert.X509Certificate;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The names by which clients reach the server: those of loopback, the address that the server
 * listens on with the name by which it was given, or all addresses of this machine if it listens on
 * all.
 *
 * @param hosts host names
 * @param addresses literal addresses
 */
record CertificateNames(Set<String> hosts, Set<String> addresses) {

  static CertificateNames of(InetAddress address) throws SocketException {
    Set<String> hosts = new LinkedHashSet<>(List.of("localhost"));
    Set<String> addresses = new LinkedHashSet<>(List.of("127.0.0.1", "0:0:0:0:0:0:0:1"));
    if (address.isAnyLocalAddress()) {
      NetworkInterface.networkInterfaces()
          .flatMap(NetworkInterface::inetAddresses)
          .forEach(each -> addresses.add(literal(each)));
    } else {
      addresses.add(literal(address));
      // Unlike the address's own method, this one never asks a name server.
      String given = new InetSocketAddress(address, 0).getHostString();
      if (!given.equals(address.getHostAddress())) {
        hosts.add(given);
      }
    }
    return new CertificateNames(hosts, addresses);
  }

  /** In the form of keytool. */
  String forKeytool() {
    return hosts.stream().map(host -> "dns:" + host).collect(Collectors.joining(","))
        + addresses.stream().map(address -> ",ip:" + address).collect(Collectors.joining());
  }

  /** Whether the certificate is good for all of them. */
  boolean areIn(X509Certificate certificate) throws CertificateParsingException {
    Collection<List<?>> alternatives = certificate.getSubjectAlternativeNames();
    return alternatives != null
        && List.of(hosts, addresses).stream()
            .flatMap(Set::stream)
            .allMatch(name -> alternatives.stream().anyMatch(each -> each.contains(name)));
  }

  /** Without the zone of a link-local address, which certificates do not know. */
  private static String literal(InetAddress address) {
    return address.getHostAddress().replaceFirst("%.*", "");
  }
}
