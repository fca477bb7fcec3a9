package io.github.hybridnet.drill.probe;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.drill.probe.Probe.ProbeAnswer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@Timeout(60)
class TcpProbeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private static ServerSocket server(int backlog) throws IOException {
    return new ServerSocket(0, backlog, InetAddress.getLoopbackAddress());
  }

  private static TcpProbe probe(ServerSocket server) {
    return new TcpProbe(
        new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
  }

  @Test
  void aConnectionIsAnAnswer() throws IOException, InterruptedException {
    try (ServerSocket server = server(50)) {
      assertThat(probe(server).ask(LONG)).isEqualTo(ProbeAnswer.UP);
      assertThat(probe(server).ask(LONG)).isEqualTo(ProbeAnswer.UP);
    }
  }

  @Test
  void aRefusalIsNone() throws IOException, InterruptedException {
    TcpProbe probe;
    try (ServerSocket server = server(50)) {
      probe = probe(server);
    }
    assertThat(probe.ask(LONG)).isEqualTo(ProbeAnswer.down("connection refused"));
  }

  /** A listening socket whose queue is full drops what comes, as a black hole does. */
  private static List<SocketChannel> fill(ServerSocket server) throws IOException {
    List<SocketChannel> queue = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      SocketChannel channel = SocketChannel.open();
      channel.configureBlocking(false);
      var unused =
          channel.connect(
              new InetSocketAddress(InetAddress.getLoopbackAddress(), server.getLocalPort()));
      queue.add(channel);
    }
    return queue;
  }

  private static void close(List<SocketChannel> queue) throws IOException {
    for (SocketChannel channel : queue) {
      channel.close();
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void silenceIsNoAnswer() throws IOException, InterruptedException {
    try (ServerSocket server = server(1)) {
      List<SocketChannel> queue = fill(server);
      assertThat(probe(server).ask(Duration.ofMillis(150)))
          .isEqualTo(ProbeAnswer.down("no connection in 150 ms"));
      close(queue);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void aConnectionThatARepeatedPacketWouldMakeIsNotWaitedFor()
      throws IOException, InterruptedException {
    try (ServerSocket server = server(1)) {
      List<SocketChannel> queue = fill(server);
      assertThat(probe(server).ask(LONG)).isEqualTo(ProbeAnswer.down("no connection in 950 ms"));
      close(queue);
    }
  }

  @Test
  @EnabledOnOs(OS.LINUX)
  void itEndsWhenItIsInterrupted() throws Exception {
    try (ServerSocket server = server(1)) {
      List<SocketChannel> queue = fill(server);
      CompletableFuture<String> end = new CompletableFuture<>();
      Thread asking =
          new Thread(
              () -> {
                try {
                  end.complete(probe(server).ask(LONG).toString());
                } catch (InterruptedException e) {
                  end.complete("interrupted");
                }
              });
      asking.start();
      asking.interrupt();
      assertThat(end.get()).isEqualTo("interrupted");
      close(queue);
    }
  }
}
