package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What the network itself says of a drill: captures on both paths and on the site's host. */
final class Captures implements AutoCloseable {
  private final Capture circuit;
  private final Capture internet;
  private final Capture host;

  private Captures(Capture circuit, Capture internet, Capture host) {
    this.circuit = circuit;
    this.internet = internet;
    this.host = host;
  }

  /** Begins them, with files in a directory. */
  static Captures start(Namespaces namespaces, Path directory) throws Exception {
    return new Captures(
        Capture.start(namespaces, "msee", "ce0", directory.resolve("circuit.pcap")),
        Capture.start(namespaces, "internet", "site", directory.resolve("internet.pcap")),
        Capture.start(namespaces, "host", "eth0", directory.resolve("host.pcap")));
  }

  /**
   * A time in which the network lost what was sent.
   *
   * @param lastBefore when the last packet was sent that was answered
   * @param firstLost when the first one was sent that was not
   * @param lastLost when the last one was sent that was not
   * @param firstAfter when the first one was sent that was answered again, or -1
   */
  record Loss(long lastBefore, long firstLost, long lastLost, long firstAfter) {
    /** How long at least, in microseconds. */
    long atLeast() {
      return lastLost - firstLost;
    }

    /** How long at most, in microseconds; endless where it has not ended. */
    long atMost() {
      return firstAfter < 0 ? Long.MAX_VALUE : firstAfter - lastBefore;
    }

    @Override
    public String toString() {
      return String.format(Locale.ROOT, "%.1f to %.1f ms", atLeast() / 1e3, atMost() / 1e3);
    }
  }

  /** How many packets of this kind went over the circuit in a time. */
  long overCircuit(int protocol, int port, Instant from, Instant until) throws IOException {
    return count(circuit, protocol, port, from, until);
  }

  /** How many packets of ESP in UDP went over the internet in a time. */
  long encrypted(Instant from, Instant until) throws IOException {
    return count(internet, Packet.UDP, 4500, from, until);
  }

  /** How many packets of this kind the site's host saw in a time. */
  long atHost(int protocol, int port, Instant from, Instant until) throws IOException {
    return count(host, protocol, port, from, until);
  }

  /**
   * When the last packet of this kind went over the circuit before a moment, and the first after.
   */
  List<Packet> ofCircuit(int protocol, int port) throws IOException {
    return circuit.packets().stream().filter(packet -> packet.isOf(protocol, port)).toList();
  }

  /**
   * Packets on the internet that have no business there: private addresses, and what is readable.
   */
  List<Packet> exposed() throws IOException {
    return internet.packets().stream()
        .filter(
            packet -> packet.protocol() == Packet.OTHER || packet.isPrivate() || isReadable(packet))
        .toList();
  }

  /** How many packets anywhere on the circuit are readable: that the search finds what there is. */
  long readableOnCircuit() throws IOException {
    return circuit.packets().stream().filter(Captures::isReadable).count();
  }

  /** The times in which the beacon's packets were lost, the last few of them aside. */
  List<Loss> losses() throws IOException {
    List<Packet> sent = new ArrayList<>();
    Set<Long> answered = new HashSet<>();
    for (Packet packet : host.packets()) {
      if (packet.isOf(Packet.UDP, LabService.ECHO) && packet.payload().length >= Long.BYTES) {
        if (packet.targetPort() == LabService.ECHO) {
          sent.add(packet);
        } else {
          answered.add(number(packet));
        }
      }
    }
    return losses(sent, answered);
  }

  private static List<Loss> losses(List<Packet> sent, Set<Long> answered) {
    List<Loss> losses = new ArrayList<>();
    long lastBefore = -1;
    long firstLost = -1;
    long lastLost = -1;
    for (Packet packet : sent) {
      if (!answered.contains(number(packet))) {
        firstLost = firstLost < 0 ? packet.micros() : firstLost;
        lastLost = packet.micros();
        continue;
      }
      if (firstLost >= 0) {
        losses.add(new Loss(lastBefore, firstLost, lastLost, packet.micros()));
        firstLost = -1;
      }
      lastBefore = packet.micros();
    }
    // What was sent last may still be on its way.
    if (firstLost >= 0 && lastLost - firstLost > 1_000_000) {
      losses.add(new Loss(lastBefore, firstLost, lastLost, -1));
    }
    return losses;
  }

  private static long number(Packet packet) {
    return ByteBuffer.wrap(packet.payload()).getLong();
  }

  private static boolean isReadable(Packet packet) {
    return new String(packet.payload(), StandardCharsets.ISO_8859_1).contains(LabService.MARKER);
  }

  private static long count(Capture capture, int protocol, int port, Instant from, Instant until)
      throws IOException {
    long begin = micros(from);
    long end = micros(until);
    return capture.packets().stream()
        .filter(packet -> packet.isOf(protocol, port))
        .filter(packet -> packet.micros() >= begin && packet.micros() < end)
        .count();
  }

  /** Microseconds since 1970. */
  static long micros(Instant at) {
    if (at.equals(Instant.MAX)) {
      return Long.MAX_VALUE;
    }
    return at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
  }

  @Override
  public void close() throws InterruptedException {
    circuit.close();
    internet.close();
    host.close();
  }
}
