package io.github.hybridnet.simulator.benchmark;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.SimulatorOptions;
import io.github.hybridnet.simulator.http.tls.ServerCertificates;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Executors;

/**
 * A simulator in a process of its own, and beside it what it stands on: the JDK's server with the
 * same sort of certificate and a handler that always sends the same bytes. Answers {@code body N}
 * (how many bytes), {@code cpu} and {@code figures}.
 */
final class ServerProcess {
  private static volatile byte[] body = new byte[0];

  private ServerProcess() {}

  public static void main(String[] arguments) throws Exception {
    Path directory = Path.of(arguments[0]);
    long begin = System.nanoTime();
    AzureSimulator simulator =
        AzureSimulator.start(SimulatorOptions.in(directory).withManualClock());
    double started = (System.nanoTime() - begin) / 1e6;
    long age = ManagementFactory.getRuntimeMXBean().getUptime();
    System.out.println(
        String.format(Locale.ROOT, "%s %.0f %d", simulator.access().endpoint(), started, age));
    HttpsServer bare = bare(Files.createDirectories(directory.resolve("bare")));
    System.out.println("https://localhost:" + bare.getAddress().getPort());
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      System.out.println(answer(line));
    }
    bare.stop(0);
    simulator.close();
    System.exit(0);
  }

  private static String answer(String line) throws IOException {
    if (line.startsWith("body ")) {
      body = " ".repeat(Integer.parseInt(line.substring(5))).getBytes(StandardCharsets.US_ASCII);
      return "ok";
    }
    if (line.equals("cpu")) {
      return String.valueOf(Cpu.seconds());
    }
    return figures();
  }

  private static HttpsServer bare(Path directory) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    ServerCertificates serverCertificates =
        new ServerCertificates(directory, loopback, "password".toCharArray());
    HttpsServer server = HttpsServer.create(new InetSocketAddress(loopback, 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(serverCertificates.context(Instant.now())));
    server.setExecutor(Executors.newCachedThreadPool());
    server.createContext("/", ServerProcess::bare);
    server.start();
    return server;
  }

  private static void bare(HttpExchange exchange) throws IOException {
    try (exchange) {
      exchange.getRequestBody().readAllBytes();
      exchange.getResponseHeaders().set("Content-Type", "application/json; charset=utf-8");
      byte[] bytes = body;
      exchange.sendResponseHeaders(200, bytes.length);
      try (OutputStream out = exchange.getResponseBody()) {
        out.write(bytes);
      }
    }
  }

  /** Peak threads, heap in use after a collection, peak heap and peak memory, in MB. */
  private static String figures() throws IOException {
    int threads = ManagementFactory.getThreadMXBean().getPeakThreadCount();
    long peak = 0;
    for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
      peak += pool.getType() == MemoryType.HEAP ? pool.getPeakUsage().getUsed() : 0;
    }
    System.gc();
    long used = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    return threads + " " + (used >> 20) + " " + (peak >> 20) + " " + peakMemory();
  }

  private static String peakMemory() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return "?";
    }
    for (String line : Files.readAllLines(status)) {
      if (line.startsWith("VmHWM:")) {
        return String.valueOf(Long.parseLong(line.replaceAll("\\D", "")) >> 10);
      }
    }
    return "?";
  }
}
