package io.github.hybridnet.simulator.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.Patience;
import io.github.hybridnet.simulator.dataplane.OutageBehaviour;
import io.github.hybridnet.simulator.dataplane.ServiceReachability;
import io.github.hybridnet.simulator.dataplane.SiteService;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(300)
class SiteServiceTest {
  private static final ServiceReachability UP =
      new ServiceReachability(true, "v", "expressRoute", "line");
  private static final ServiceReachability DOWN = new ServiceReachability(false, "v", "none", "");

  /** For what must answer; says nothing of how fast. */
  private static final int PATIENCE = 60_000;

  /** For what must not answer: a slow machine does not make it answer either. */
  private static final int SILENCE = 300;

  private static final Path OPEN_FILES = Path.of("/proc/self/fd");
  private static final Path NETWORK = Path.of("/proc/self/net");

  private SiteService service;

  private void open(OutageBehaviour outageBehaviour) throws IOException {
    service = SiteService.open(0, outageBehaviour);
  }

  @AfterEach
  void close() {
    if (service != null) {
      service.close();
    }
  }

  private Socket connect() throws IOException {
    return connect(PATIENCE);
  }

  private Socket connect(int timeout) throws IOException {
    Socket socket = new Socket();
    InetSocketAddress address =
        new InetSocketAddress(InetAddress.getLoopbackAddress(), service.port());
    try {
      socket.connect(address, timeout);
      socket.setSoTimeout(timeout);
      return socket;
    } catch (IOException e) {
      socket.close();
      throw e;
    }
  }

  private static void send(Socket socket, String text) throws IOException {
    socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
  }

  private static String answer(Socket socket) throws IOException {
    send(socket, "where?\n");
    return new BufferedReader(
            new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))
        .readLine();
  }

  /** Waits until a connection fails in this way. */
  private void awaitFailure(Class<? extends IOException> failure) {
    Patience.until(
        failure.getSimpleName(),
        () -> {
          try (Socket socket = connect(SILENCE)) {
            answer(socket);
            return false;
          } catch (IOException e) {
            return failure.isInstance(e);
          }
        });
  }

  private String awaitAnswer() {
    return awaitAnswer(() -> connect(SILENCE));
  }

  private static String awaitAnswer(Callable<Socket> connection) {
    AtomicReference<String> said = new AtomicReference<>();
    Patience.until(
        "the service answers",
        () -> {
          try (Socket socket = connection.call()) {
            said.set(answer(socket));
          } catch (Exception e) {
            // Not yet.
            return false;
          }
          return said.get() != null;
        });
    return said.get();
  }

  @Test
  void aLineIsAnsweredWithThePath() throws IOException {
    open(OutageBehaviour.DROP);
    service.show(UP);
    assertThat(awaitAnswer()).isEqualTo("path=expressRoute connection=line");
    service.show(new ServiceReachability(true, "v", "vpn", "tunnel"));
    assertThat(awaitAnswer()).isEqualTo("path=vpn connection=tunnel");
  }

  @Test
  void anyHttpRequestIsAnsweredWithThePath() throws Exception {
    open(OutageBehaviour.REFUSE);
    service.show(UP);
    awaitAnswer();
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    for (String method : new String[] {"GET", "POST", "GET"}) {
      HttpRequest request =
          HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port() + "/any?x=y"))
              .timeout(Duration.ofSeconds(20))
              .method(method, HttpRequest.BodyPublishers.ofString("some\nbody"))
              .build();
      HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body())
          .isEqualTo("{\"network\":\"v\",\"path\":\"expressRoute\",\"connection\":\"line\"}");
    }
  }

  @Test
  void lostPacketsLetNewConnectionsHangAndOldOnesStandStill() throws IOException {
    open(OutageBehaviour.DROP);
    service.show(UP);
    awaitAnswer();
    try (Socket old = connect()) {
      assertThat(answer(old)).startsWith("path=");
      service.show(DOWN);
      awaitFailure(SocketTimeoutException.class);
      assertThatThrownBy(() -> connect(SILENCE)).isInstanceOf(SocketTimeoutException.class);
      old.setSoTimeout(SILENCE);
      assertThatThrownBy(() -> answer(old)).isInstanceOf(SocketTimeoutException.class);
      service.show(UP);
      old.setSoTimeout(PATIENCE);
      assertThat(old.getInputStream().read()).as("it goes on").isEqualTo('p');
    }
    assertThat(awaitAnswer()).startsWith("path=");
  }

  @Test
  void refusedConnectionsAreRefusedAndOldOnesReset() throws IOException {
    open(OutageBehaviour.REFUSE);
    service.show(UP);
    awaitAnswer();
    try (Socket old = connect()) {
      answer(old);
      service.show(DOWN);
      awaitFailure(ConnectException.class);
      assertThatThrownBy(() -> answer(old)).isInstanceOf(SocketException.class);
    }
    int port = service.port();
    service.show(UP);
    assertThat(awaitAnswer()).startsWith("path=");
    assertThat(service.port()).isEqualTo(port);
  }

  @Test
  void stalledConnectionsAreAcceptedAndNeverAnswered() throws IOException {
    open(OutageBehaviour.STALL);
    try (Socket socket = connect()) {
      socket.setSoTimeout(SILENCE);
      assertThatThrownBy(() -> answer(socket)).isInstanceOf(SocketTimeoutException.class);
    }
    service.show(UP);
    assertThat(awaitAnswer()).startsWith("path=");
  }

  @Test
  void cutsOfAnyNumberLeaveNothingBehind() throws IOException {
    open(OutageBehaviour.DROP);
    for (int i = 0; i < 20; i++) {
      service.show(DOWN);
      service.show(UP);
    }
    assertThat(awaitAnswer()).isEqualTo("path=expressRoute connection=line");
  }

  @Test
  void theAdminCallsOpenAndCloseIt() {
    Bench bench = Bench.today();
    HybridSite.build(bench);
    JsonNode opened = bench.admin("PUT", "networks/v/service", "{'whenDown':'refuse'}").body();
    int port = opened.path("port").asInt();
    assertThat(port).isPositive();
    assertThat(bench.admin("GET", "networks/v/service", "").body()).isEqualTo(opened);
    assertThat(bench.admin("GET", "paths", "").body().at("/networks/0/service")).isEqualTo(opened);
    assertThat(awaitAnswer(port)).isEqualTo("path=expressRoute connection=line");
    assertThat(bench.admin("PUT", "networks/v/service", "{'whenDown':'?'}").status())
        .isEqualTo(400);
    bench.admin("DELETE", "networks/v/service", "");
    assertThat(bench.admin("GET", "networks/v/service", "").status()).isEqualTo(404);
    assertThatThrownBy(() -> new Socket(InetAddress.getLoopbackAddress(), port).close())
        .isInstanceOf(ConnectException.class);
  }

  @Test
  void serviceStaysWhenAnotherCannotTakeItsPlace() throws IOException {
    Bench bench = Bench.today();
    HybridSite.build(bench);
    JsonNode opened = bench.admin("PUT", "networks/v/service", "{}").body();
    try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      String body = "{'port': %d}".formatted(taken.getLocalPort());
      assertThat(bench.admin("PUT", "networks/v/service", body).status()).isEqualTo(400);
    }
    assertThat(bench.admin("GET", "networks/v/service", "").body()).isEqualTo(opened);
    assertThat(awaitAnswer(opened.path("port").asInt())).startsWith("path=expressRoute");
    bench.admin("DELETE", "networks/v/service", "");
  }

  @Test
  void serviceGoesBackWithTheCloud() {
    Bench bench = Bench.today();
    HybridSite.build(bench);
    int first = bench.admin("PUT", "networks/v/service", "{}").body().path("port").asInt();
    JsonNode kept = bench.snapshot();
    int second = bench.admin("PUT", "networks/v/service", "{}").body().path("port").asInt();
    assertThat(awaitAnswer(second)).startsWith("path=expressRoute");
    bench.restore(kept);
    assertThat(bench.admin("GET", "networks/v/service", "").body().path("port").asInt())
        .isEqualTo(first);
    assertThat(awaitAnswer(first)).startsWith("path=expressRoute");
    bench.admin("DELETE", "networks/v/service", "");
  }

  @Test
  void nothingStaysOpenOfAServiceThatWasJammed() throws IOException {
    assumeThat(OPEN_FILES).isDirectory();
    open(OutageBehaviour.DROP);
    Patience.until("it is jammed", () -> openSockets(service.port()).size() > 20);
    Set<String> jammed = openSockets(service.port());
    assertThat(jammed).isNotEmpty();
    service.close();
    Patience.until("the connections are closed", () -> Collections.disjoint(openFiles(), jammed));
    assertThatThrownBy(this::connect).isInstanceOf(ConnectException.class);
  }

  /** The sockets of this port that are open in this process: the system still knows closed ones. */
  private static Set<String> openSockets(int port) {
    Set<String> sockets = sockets(port);
    sockets.retainAll(openFiles());
    return sockets;
  }

  /** All sockets that have this port, at either end. */
  private static Set<String> sockets(int port) {
    String end = String.format(":%04X", port);
    return Stream.of("tcp", "tcp6")
        .flatMap(table -> lines(NETWORK.resolve(table)))
        .map(line -> line.strip().split(" +"))
        .filter(columns -> columns[1].endsWith(end) || columns[2].endsWith(end))
        .map(columns -> columns[9])
        .filter(inode -> !inode.equals("0"))
        .map(inode -> "socket:[" + inode + "]")
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static Stream<String> lines(Path table) {
    try {
      return Files.readAllLines(table).stream();
    } catch (IOException e) {
      return Stream.empty();
    }
  }

  private static Set<String> openFiles() {
    Set<String> open = new HashSet<>();
    for (String file : Objects.requireNonNull(OPEN_FILES.toFile().list())) {
      try {
        open.add(Files.readSymbolicLink(OPEN_FILES.resolve(file)).toString());
      } catch (IOException e) {
        // Another test has closed it meanwhile.
      }
    }
    return open;
  }

  private static String awaitAnswer(int port) {
    return awaitAnswer(
        () -> {
          Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
          socket.setSoTimeout(PATIENCE);
          return socket;
        });
  }
}
