package io.github.hybridnet.lab;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What goes over an interface, as tcpdump sees it. */
final class Capture implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int FILE_HEADER = 24;
  private static final int MAGIC = 0xA1B2C3D4;
  private static final int ETHERNET = 14;
  private static final int UDP_HEADER = 8;

  private final Daemon tcpdump;
  private final Path file;

  private Capture(Daemon tcpdump, Path file) {
    this.tcpdump = tcpdump;
    this.file = file;
  }

  /** Begins one. */
  static Capture start(Namespaces namespaces, String namespace, String interfaceName, Path file)
      throws Exception {
    List<String> words =
        namespaces.in(
            namespace,
            "tcpdump",
            "--immediate-mode",
            "-Z",
            "root",
            "-n",
            "-U",
            "-s",
            "400",
            "-i",
            interfaceName,
            "-w",
            file.toString());
    Path log = file.resolveSibling(file.getFileName() + ".log");
    Capture capture = new Capture(Daemon.start(log, words, Map.of()), file);
    Waiting.until(
        "a capture of " + interfaceName,
        PATIENCE,
        () -> capture.tcpdump.text().contains("listening on"));
    return capture;
  }

  /** What was captured so far. */
  List<Packet> packets() throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.nativeOrder());
    List<Packet> packets = new ArrayList<>();
    if (bytes.remaining() < FILE_HEADER) {
      return packets;
    }
    if (bytes.getInt(0) != MAGIC) {
      throw new IllegalStateException(file + " is no capture with microseconds");
    }
    bytes.position(FILE_HEADER);
    while (bytes.remaining() >= 16) {
      long micros = Integer.toUnsignedLong(bytes.getInt()) * 1_000_000 + bytes.getInt();
      int captured = bytes.getInt();
      bytes.getInt();
      if (bytes.remaining() < captured) {
        break;
      }
      packets.add(packet(micros, bytes.slice(bytes.position(), captured)));
      bytes.position(bytes.position() + captured);
    }
    return packets;
  }

  private static Packet packet(long micros, ByteBuffer frame) {
    try {
      int type = Short.toUnsignedInt(frame.getShort(12));
      if (type == 0x0800) {
        return ip(micros, frame.slice(ETHERNET, frame.remaining() - ETHERNET));
      }
      int protocol = type == 0x0806 ? Packet.ARP : Packet.OTHER;
      return new Packet(micros, protocol, 0, 0, 0, 0, new byte[0]);
    } catch (IndexOutOfBoundsException | BufferUnderflowException e) {
      throw new IllegalStateException("A packet of " + frame.remaining() + " bytes", e);
    }
  }

  private static Packet ip(long micros, ByteBuffer ip) {
    int header = (ip.get(0) & 0xF) * 4;
    int protocol = Byte.toUnsignedInt(ip.get(9));
    boolean ports = protocol == Packet.TCP || protocol == Packet.UDP;
    int begin = header + (protocol == Packet.UDP ? UDP_HEADER : 0);
    byte[] payload = new byte[Math.max(0, ip.remaining() - begin)];
    ip.get(begin, payload);
    return new Packet(
        micros,
        protocol,
        ip.getInt(12),
        ports ? Short.toUnsignedInt(ip.getShort(header)) : 0,
        ip.getInt(16),
        ports ? Short.toUnsignedInt(ip.getShort(header + 2)) : 0,
        payload);
  }

  @Override
  public void close() throws InterruptedException {
    tcpdump.close();
  }
}
