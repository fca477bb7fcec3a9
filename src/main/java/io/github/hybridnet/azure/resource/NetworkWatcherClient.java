package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpResponse;
import io.github.hybridnet.arm.ApiVersion;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.CloudException.Kind;
import io.github.hybridnet.arm.OwnErrorCode;
import io.github.hybridnet.arm.ResourceBody;
import io.github.hybridnet.arm.ResourceIdParser;
import io.github.hybridnet.azure.http.ArmHttpClient;
import io.github.hybridnet.azure.json.JsonTree;
import io.github.hybridnet.azure.json.RequiredMembers;
import io.github.hybridnet.drill.api.InsideViews;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Supplier;

/** Asks the network watcher of a machine's region, of which there is at most one. */
final class NetworkWatcherClient implements InsideViews {
  /** The first is the term of Azure's documentation, the second that of its interface. */
  private static final Set<String> REACHED = Set.of("reachable", "connected");

  private final ArmHttpClient requests;
  private final ResourceOperations resourceOperations;

  NetworkWatcherClient(ArmHttpClient requests, ResourceOperations resourceOperations) {
    this.requests = requests;
    this.resourceOperations = resourceOperations;
  }

  /** By its network interface: that says both where it is and which address it has. */
  @Override
  public InsideMachine machine(String id) {
    List<Map<String, Object>> interfaces =
        requests.list(
            ResourceIdParser.subscriptionPathOf(id)
                + "/providers/Microsoft.Network/networkInterfaces",
            ApiVersion.NETWORK);
    return interfaces.stream()
        .map(ResourceBody::new)
        .filter(each -> id.equalsIgnoreCase(owner(each)))
        .sorted(Comparator.comparing(NetworkWatcherClient::isSecondary))
        .flatMap(each -> machine(id, each).stream())
        .findFirst()
        .orElseThrow(
            () ->
                CloudException.ofOurs(
                    Kind.REFUSED,
                    OwnErrorCode.MACHINE_MISSING,
                    "There is no network interface of the machine "
                        + id
                        + " that this identity can see."));
  }

  private static String owner(ResourceBody networkInterface) {
    return networkInterface.text("properties", "virtualMachine", "id");
  }

  private static boolean isSecondary(ResourceBody part) {
    return Boolean.FALSE.equals(part.value("properties", "primary"));
  }

  private static Optional<InsideMachine> machine(String id, ResourceBody networkInterface) {
    return networkInterface.bodies("properties", "ipConfigurations").stream()
        .sorted(Comparator.comparing(NetworkWatcherClient::isSecondary))
        .map(each -> each.text("properties", "privateIPAddress"))
        .filter(address -> !address.isEmpty())
        .findFirst()
        .map(address -> new InsideMachine(id, networkInterface.text("location"), address));
  }

  @Override
  public ReachResult reach(InsideMachine insideMachine, String address, int port, Duration limit)
      throws InterruptedException {
    Map<String, Object> question =
        Map.of(
            "source",
            Map.of("resourceId", insideMachine.id()),
            "destination",
            Map.of("address", address, "port", port),
            "protocol",
            "Tcp");
    Map<String, Object> answer =
        ask(insideMachine, "connectivityCheck", question, "connectionStatus", limit);
    String status = JsonTree.text(answer, "connectionStatus").orElse("Unknown");
    boolean reached = REACHED.contains(status.toLowerCase(Locale.ROOT));
    long sent = number(answer, "probesSent").orElse(0);
    long failed = number(answer, "probesFailed").orElse(0);
    return new ReachResult(reached, status, sent, failed, number(answer, "avgLatencyInMs"));
  }

  @Override
  public RouteHop nextHop(InsideMachine insideMachine, String address, Duration limit)
      throws InterruptedException {
    Map<String, Object> question =
        Map.of(
            "targetResourceId", insideMachine.id(),
            "sourceIPAddress", insideMachine.address(),
            "destinationIPAddress", address);
    Map<String, Object> answer = ask(insideMachine, "nextHop", question, "nextHopType", limit);
    return new RouteHop(
        JsonTree.text(answer, "nextHopType").orElse("Unknown"),
        JsonTree.text(answer, "nextHopIpAddress").orElse(""));
  }

  /**
   * Sends a question to the network watcher of the machine's region.
   *
   * @param required the member that the answer must have
   */
  private Map<String, Object> ask(
      InsideMachine insideMachine,
      String action,
      Map<String, Object> question,
      String required,
      Duration limit)
      throws InterruptedException {
    String what = action + " of the machine " + insideMachine.id();
    String json = JsonTree.write(question);
    Supplier<HttpResponse> request =
        () -> requests.post(watcher(insideMachine) + "/" + action, ApiVersion.NETWORK, json);
    String body = resourceOperations.result(what, request, limit);
    return requests.parsed(
        what,
        body,
        reader -> {
          Map<String, Object> answer = JsonTree.read(reader);
          RequiredMembers.text(answer, required);
          return answer;
        });
  }

  private String watcher(InsideMachine insideMachine) {
    List<Map<String, Object>> all =
        requests.list(
            ResourceIdParser.subscriptionPathOf(insideMachine.id())
                + "/providers/Microsoft.Network/networkWatchers",
            ApiVersion.NETWORK);
    return all.stream()
        .filter(each -> isIn(each, insideMachine.region()))
        .map(each -> JsonTree.text(each, "id").orElseThrow())
        .findFirst()
        .orElseThrow(
            () ->
                CloudException.ofOurs(
                    Kind.REFUSED,
                    OwnErrorCode.WATCHER_MISSING,
                    "There is no network watcher in "
                        + insideMachine.region()
                        + " that this identity can see. Azure creates one when Network Watcher is"
                        + " enabled for the region."));
  }

  private static boolean isIn(Map<String, Object> watcher, String region) {
    String location = new ResourceBody(watcher).text("location");
    return location.replace(" ", "").equalsIgnoreCase(region.replace(" ", ""));
  }

  private static OptionalLong number(Map<String, Object> answer, String name) {
    return answer.get(name) instanceof Number number
        ? OptionalLong.of(number.longValue())
        : OptionalLong.empty();
  }
}
