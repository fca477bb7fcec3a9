package io.github.hybridnet.simulator.authorization;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.ManualClock;
import io.github.hybridnet.simulator.SimulatorFixture;
import io.github.hybridnet.simulator.SimulatorOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Management locks and permissions, by requests. */
@Timeout(120)
class AuthorizationTest {
  private static final String SUBSCRIPTION = "/subscriptions/00000000-0000-0000-0000-000000000001";
  private static final String GROUP = SUBSCRIPTION + "/resourceGroups/rg";
  private static final String NETWORK = GROUP + "/providers/Microsoft.Network/virtualNetworks/v";
  private static final String SUBNET = NETWORK + "/subnets/web";
  private static final String CIRCUIT =
      GROUP + "/providers/Microsoft.Network/expressRouteCircuits/c";
  private static final String V = "?api-version=2022-09-01";

  @TempDir Path directory;

  private final ManualClock wall = new ManualClock(Instant.parse("2026-01-05T09:00:00Z"));
  private AzureSimulator simulator;
  private ArmClient client;

  @BeforeEach
  void start() {
    SimulatorFixture.prepared(directory);
    open();
    send("PUT", GROUP, "{'location': 'westus'}");
    String subnets = "[{'name': 'web', 'properties': {'addressPrefix': '10.0.1.0/24'}}]";
    send(
        "PUT",
        NETWORK,
        "{'location': 'westus', 'properties': {'addressSpace': {'addressPrefixes':"
            + " ['10.0.0.0/16']}, 'subnets': "
            + subnets
            + "}}");
    wall.pass(Duration.ofMinutes(1));
  }

  private void open() {
    simulator =
        AzureSimulator.start(
            SimulatorOptions.in(directory).withSpeed(1).withWallClock(wall).withSeed(1));
    client = ArmClient.of(simulator.access());
  }

  @AfterEach
  void stop() {
    simulator.close();
  }

  private ArmClient.Answer send(String method, String path, String body) {
    return client.send(method, path + V, body.replace('\'', '"'));
  }

  private static String lock(String scope, String name) {
    return scope + "/providers/Microsoft.Authorization/locks" + (name.isEmpty() ? "" : "/" + name);
  }

  private void locked(String scope, String name, String level) {
    ArmClient.Answer answer =
        send("PUT", lock(scope, name), "{'properties': {'level': '" + level + "'}}");
    assertThat(answer.status()).isEqualTo(201);
  }

  private List<String> listed(String scope, String filter) {
    List<String> names = new ArrayList<>();
    ArmClient.Answer answer = client.get(lock(scope, "") + V + filter);
    answer.json().path("value").forEach(each -> names.add(each.path("name").asText()));
    return names;
  }

  private JsonNode permissions(String json) {
    return client.admin().send("PUT", "/_simulator/permissions", json.replace('\'', '"')).json();
  }

  @Test
  void locksAreMadeShownChangedAndRemoved() {
    ArmClient.Answer made =
        send(
            "PUT",
            lock(GROUP, "mine"),
            "{'properties': {'level': 'canNotDelete', 'notes': 'why'}}");
    assertThat(made.status()).isEqualTo(201);
    assertThat(made.json().toString().replace('"', '\''))
        .isEqualTo(
            "{'properties':{'level':'CanNotDelete','notes':'why'},'id':'"
                + lock(GROUP, "mine")
                + "','type':'Microsoft.Authorization/locks','name':'mine'}");
    assertThat(send("GET", lock(GROUP.replace("/rg", "/RG"), "MINE"), "").json())
        .isEqualTo(made.json());
    assertThat(send("PUT", lock(GROUP, "Mine"), "{'properties': {'level': 'ReadOnly'}}").status())
        .isEqualTo(200);
    assertThat(listed(GROUP, "")).containsExactly("Mine");
    assertThat(send("DELETE", lock(GROUP, "mine"), "").status()).isEqualTo(200);
    assertThat(send("DELETE", lock(GROUP, "mine"), "").status()).isEqualTo(204);
    assertThat(send("GET", lock(GROUP, "mine"), "").code()).isEqualTo("LockNotFound");
  }

  @Test
  void aWriteThatRepeatsAPeeringNeedsARightOnTheOtherNetwork() {
    String other = "/subscriptions/99999999-0000-0000-0000-000000000009/resourceGroups/spokes";
    String remote = other + "/providers/Microsoft.Network/virtualNetworks/spoke";
    String peering =
        "{'name': 'p', 'properties': {'remoteVirtualNetwork': {'id': '" + remote + "'}}}";
    String space = "'addressSpace': {'addressPrefixes': ['10.0.0.0/16', '10.1.0.0/16']}";

    ArmClient.Answer refused =
        send(
            "PUT",
            NETWORK,
            "{'location': 'westus', 'properties': {"
                + space
                + ", 'virtualNetworkPeerings': ["
                + peering
                + "]}}");

    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("LinkedAuthorizationFailed");
    assertThat(refused.json().toString())
        .contains("Microsoft.Network/virtualNetworks/peer/action", remote);
    assertThat(send("PUT", NETWORK + "/virtualNetworkPeerings/p", peering).code())
        .isEqualTo("LinkedAuthorizationFailed");
    assertThat(
            send("PUT", NETWORK, "{'location': 'westus', 'properties': {" + space + "}}").status())
        .isEqualTo(200);
  }

  @Test
  void listHasWhatIsAboveAtAndBelow() {
    locked(SUBSCRIPTION, "s", "CanNotDelete");
    locked(GROUP, "g", "CanNotDelete");
    locked(NETWORK, "n", "CanNotDelete");
    locked(SUBNET, "web", "CanNotDelete");
    assertThat(listed(NETWORK, "")).containsExactlyInAnyOrder("s", "g", "n", "web");
    assertThat(listed(NETWORK, "&$filter=atScope()")).containsExactlyInAnyOrder("s", "g", "n");
    assertThat(listed(SUBNET, "&$filter=atScope()"))
        .containsExactlyInAnyOrder("s", "g", "n", "web");
    assertThat(listed(SUBSCRIPTION, "")).hasSize(4);
  }

  @Test
  void wrongLocksAreRefused() {
    assertThat(send("PUT", lock(GROUP, "x"), "").code()).isEqualTo("MissingRequestBody");
    assertThat(send("PUT", lock(GROUP, "x"), "{'properties': {'level': 'Some'}}").code())
        .isEqualTo("InvalidLockLevel");
    assertThat(send("PUT", lock(NETWORK + "2", "x"), "{'properties': {}}").code())
        .isEqualTo("ResourceNotFound");
    assertThat(send("GET", lock(GROUP + "2", ""), "").code()).isEqualTo("ResourceGroupNotFound");
    assertThat(send("POST", lock(GROUP, ""), "").status()).isEqualTo(405);
  }

  @Test
  void readOnlyRefusesEverythingButReading() {
    locked(GROUP, "ro", "ReadOnly");
    ArmClient.Answer refused = send("PUT", NETWORK, "{'location': 'westus'}");
    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("ScopeLocked");
    assertThat(refused.message())
        .isEqualTo(
            "The scope '"
                + NETWORK
                + "' cannot perform write operation because following scope(s) are locked: '"
                + GROUP
                + "'. Please remove the lock and try again.");
    assertThat(send("PATCH", GROUP, "{'tags': {}}").code()).isEqualTo("ScopeLocked");
    assertThat(send("POST", NETWORK + "/any", "").code()).isEqualTo("ScopeLocked");
    assertThat(
            send(
                    "PATCH",
                    GROUP + "/providers/Microsoft.Resources/tags/default",
                    "{'operation': 'Merge', 'properties': {'tags': {'a': 'b'}}}")
                .code())
        .isEqualTo("ScopeLocked");
    assertThat(send("DELETE", SUBNET, "").message()).contains("cannot perform delete operation");
    assertThat(send("GET", NETWORK, "").status()).isEqualTo(200);
    assertThat(send("PUT", GROUP + "2", "{'location': 'westus'}").status()).isEqualTo(201);
    send("DELETE", lock(GROUP, "ro"), "");
    assertThat(send("PATCH", GROUP, "{'tags': {}}").status()).isEqualTo(200);
  }

  @Test
  void canNotDeleteRefusesDeletionOfWhatIsInsideAndAround() {
    locked(SUBNET, "keep", "CanNotDelete");
    assertThat(send("PUT", SUBNET, "{'properties': {'addressPrefix': '10.0.1.0/24'}}").status())
        .isEqualTo(200);
    for (String scope : List.of(SUBNET, NETWORK, GROUP)) {
      ArmClient.Answer refused = send("DELETE", scope, "");
      assertThat(refused.code()).as(scope).isEqualTo("ScopeLocked");
      assertThat(refused.message())
          .contains("The scope '" + scope + "' cannot perform delete")
          .contains("locked: '" + SUBNET + "'.");
    }
    send("DELETE", lock(SUBNET, "keep"), "");
    assertThat(send("DELETE", GROUP, "").status()).isEqualTo(202);
  }

  @Test
  void locksOutliveARestart() {
    locked(SUBSCRIPTION, "s", "ReadOnly");
    simulator.close();
    open();
    assertThat(listed(GROUP, "")).containsExactly("s");
    assertThat(send("PATCH", GROUP, "{'tags': {}}").code()).isEqualTo("ScopeLocked");
  }

  private List<String> allowed(String scope) {
    List<String> all = new ArrayList<>();
    send("GET", scope + "/providers/Microsoft.Authorization/permissions", "")
        .json()
        .path("value")
        .forEach(each -> all.add(each.path("actions") + " not " + each.path("notActions")));
    return all;
  }

  @Test
  void whoSignsInOwnsTheSubscription() {
    assertThat(send("GET", GROUP + "/providers/Microsoft.Authorization/permissions", "").json())
        .hasToString(
            "{\"value\":[{\"actions\":[\"*\"],\"notActions\":[],\"dataActions\":[],"
                + "\"notDataActions\":[]}]}");
    assertThat(allowed(NETWORK)).containsExactly("[\"*\"] not []");
    String old = "/providers/Microsoft.Authorization/permissions?api-version=2015-07-01";
    assertThat(client.get(GROUP + old).json().at("/value/0").has("dataActions")).isFalse();
  }

  @Test
  void whatIsNotAllowedIsForbidden() {
    permissions("{'value': [{'actions': ['*/read', 'Microsoft.Resources/tags/*']}]}");
    ArmClient.Answer refused = send("DELETE", SUBNET, "");
    assertThat(refused.status()).isEqualTo(403);
    assertThat(refused.code()).isEqualTo("AuthorizationFailed");
    assertThat(refused.message())
        .startsWith("The client '00000000-0000-0000-0000-000000000000' with object id '")
        .endsWith(
            "' does not have authorization to perform action"
                + " 'Microsoft.Network/virtualNetworks/subnets/delete' over scope '"
                + SUBNET
                + "' or the scope is invalid. If access was recently granted, please refresh your"
                + " credentials.");
    assertThat(send("GET", SUBNET, "").status()).isEqualTo(200);
    assertThat(send("GET", NETWORK + "/subnets", "").status()).isEqualTo(200);
    assertThat(send("PUT", lock(GROUP, "x"), "{'properties': {'level': 'ReadOnly'}}").message())
        .contains("'Microsoft.Authorization/locks/write' over scope '" + lock(GROUP, "x") + "'");
    // Tags need no right to their owner.
    assertThat(
            send(
                    "PATCH",
                    GROUP + "/providers/Microsoft.Resources/tags/default",
                    "{'operation': 'Merge', 'properties': {'tags': {'a': 'b'}}}")
                .status())
        .isEqualTo(200);
    client.admin().delete("/_simulator/permissions");
    assertThat(send("DELETE", SUBNET, "").status()).isEqualTo(202);
  }

  @Test
  void assignmentsHoldWhereTheyWereMadeAndAddUp() {
    permissions(
        "{'value': [{'actions': ['*'], 'notActions': ['Microsoft.Network/*/delete', '*/*Peer*/x']},"
            + "{'scope': '"
            + NETWORK
            + "', 'actions': ['Microsoft.Network/virtualNetworks/subnets/*']}]}");
    assertThat(allowed(GROUP)).hasSize(1);
    assertThat(allowed(SUBNET)).hasSize(2);
    assertThat(send("DELETE", NETWORK, "").status()).isEqualTo(403);
    assertThat(send("DELETE", SUBNET, "").status()).isEqualTo(202);
  }

  @Test
  void actionsAndSubscriptionsHaveNamesToo() {
    permissions("{'value': []}");
    assertThat(allowed(GROUP)).isEmpty();
    assertThat(send("GET", SUBSCRIPTION, "").status()).isEqualTo(200);
    assertThat(send("GET", SUBSCRIPTION + "/resourceGroups", "").message())
        .contains("'Microsoft.Resources/subscriptions/resourceGroups/read'")
        .contains("over scope '" + SUBSCRIPTION + "'");
    assertThat(send("POST", CIRCUIT + "/x", "").message())
        .contains("'Microsoft.Network/expressRouteCircuits/x/action' over scope '" + CIRCUIT + "'");
    assertThat(send("GET", GROUP + "/providers/Microsoft.Network/connections", "").message())
        .contains("'Microsoft.Network/connections/read' over scope '" + GROUP + "'");
    assertThat(send("GET", CIRCUIT + "/peerings", "").message())
        .contains("'Microsoft.Network/expressRouteCircuits/peerings/read'")
        .contains("over scope '" + CIRCUIT + "'");
  }

  @Test
  void operationsMayBeFollowedByEverybody() {
    ArmClient.Answer accepted = send("DELETE", SUBNET, "");
    permissions("{'value': []}");
    assertThat(client.get(accepted.header("Azure-AsyncOperation").orElseThrow()).status())
        .isEqualTo(200);
  }

  @Test
  void wrongPermissionsAreRefusedAndChangeNothing() {
    for (String wrong :
        List.of(
            "{}",
            "{'value': [{'actions': '*'}]}",
            "{'value': [{'actions': [1]}]}",
            "{'value': [{'scope': '/x', 'actions': []}]}")) {
      assertThat(permissions(wrong).at("/error/code").asText()).isEqualTo("InvalidRequestContent");
    }
    assertThat(client.admin().get("/_simulator/permissions").json())
        .hasToString(
            "{\"value\":[{\"actions\":[\"*\"],\"notActions\":[],\"scope\":\""
                + SUBSCRIPTION
                + "\"}]}");
  }
}
