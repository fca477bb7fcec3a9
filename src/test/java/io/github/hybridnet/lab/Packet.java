package io.github.hybridnet.lab;

/**
 * A captured packet.
 *
 * @param micros when, in microseconds since 1970
 * @param protocol the protocol in IPv4; {@link #ARP}, or {@link #OTHER} for anything else
 * @param source from which IPv4 address
 * @param sourcePort from which port, or 0
 * @param target to which IPv4 address
 * @param targetPort to which port, or 0
 * @param payload what is in it beyond UDP's or IP's header, as far as it was captured
 */
record Packet(
    long micros,
    int protocol,
    int source,
    int sourcePort,
    int target,
    int targetPort,
    byte[] payload) {
  static final int TCP = 6;
  static final int UDP = 17;
  static final int ARP = -1;
  static final int OTHER = -2;

  /** Whether it is of a conversation with this port. */
  boolean isOf(int wantedProtocol, int port) {
    return protocol == wantedProtocol && (sourcePort == port || targetPort == port);
  }

  /** Whether an address of it is for private networks only. */
  boolean isPrivate() {
    return protocol >= 0 && (isPrivate(source) || isPrivate(target));
  }

  private static boolean isPrivate(int address) {
    return address >>> 24 == 10 || address >>> 20 == 0xAC1 || address >>> 16 == 0xC0A8;
  }
}
