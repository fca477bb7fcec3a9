package io.github.hybridnet.lab;

import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * Sends numbered packets to the virtual machine, which sends them back. It is the measure of what
 * the network itself loses, apart from all probes; captures show when they left and came.
 */
final class Beacon implements AutoCloseable {
  /** How often. */
  static final Duration INTERVAL = Duration.ofMillis(5);

  private final DatagramSocket socket;
  private final Thread thread;
  private volatile boolean ended;

  private Beacon(DatagramSocket socket) {
    this.socket = socket;
    this.thread = new Thread(this::send, "beacon");
    thread.setDaemon(true);
    thread.setPriority(Thread.MAX_PRIORITY);
  }

  /** Starts one. */
  static Beacon start(String address) throws IOException {
    DatagramSocket socket = new DatagramSocket();
    socket.connect(new InetSocketAddress(address, LabService.ECHO));
    Beacon beacon = new Beacon(socket);
    beacon.thread.start();
    return beacon;
  }

  private void send() {
    byte[] marker = LabService.MARKER.getBytes(StandardCharsets.UTF_8);
    long begin = System.nanoTime();
    for (long number = 0; !ended; number++) {
      ByteBuffer payload = ByteBuffer.allocate(Long.BYTES + marker.length);
      payload.putLong(number).put(marker);
      try {
        socket.send(new DatagramPacket(payload.array(), payload.capacity()));
      } catch (IOException e) {
        // No route, or a refusal that came back: it counts as lost, because no answer is captured.
      }
      LockSupport.parkNanos(begin + (number + 1) * INTERVAL.toNanos() - System.nanoTime());
    }
  }

  @Override
  public void close() throws InterruptedException {
    ended = true;
    thread.join();
    socket.close();
  }
}
