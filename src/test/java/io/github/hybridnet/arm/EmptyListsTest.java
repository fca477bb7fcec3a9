package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.config.file.ParameterDirectory;
import io.github.hybridnet.config.file.ParameterFile;
import io.github.hybridnet.plan.ActualState;
import io.github.hybridnet.plan.Plan;
import io.github.hybridnet.plan.PropertyDifference;
import io.github.hybridnet.plan.ResourceChange;
import io.github.hybridnet.plan.declared.DeclaredResource;
import io.github.hybridnet.plan.declared.NetworkResources;
import io.github.hybridnet.plan.diff.Planner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An empty list that is written is a declaration; one that is left out changes nothing. */
class EmptyListsTest {
  private static final String POLICIES = "properties.ipsecPolicies";

  @TempDir private Path directory;

  /** The published files have an empty list of them, also where the network has its own. */
  @Test
  void nameServersOfANetworkThatStandsStay() {
    Map<String, Object> standing = Map.of("dnsServers", List.of("10.1.0.4"));
    assertThat(paths("hub-vnet", "properties.dhcpOptions", standing, "\"dnsServers\": [ ],"))
        .isEmpty();
    assertThat(paths("hub-vnet", "properties.dhcpOptions", standing, "")).isEmpty();
  }

  @Test
  void noOwnPolicyIsADeclaration() throws IOException {
    List<Map<String, Object>> standing = List.of(Map.of("dhGroup", "DHGroup2"));
    ParameterDirectory files = ParameterDirectory.complete(directory);
    String before = policies();
    files.edit(ParameterFile.VPN_GATEWAY, before, "\"ipsecPolicies\": [ ]");
    Plan plan = plan(files, "hub-vpn-cn", POLICIES, standing);
    assertThat(differences(plan, "hub-vpn-cn")).containsExactly(POLICIES);
    assertThat(merged(plan, "hub-vpn-cn", "ipsecPolicies")).isEqualTo(List.of());
  }

  @Test
  void otherPeoplesElementsStay() {
    assertThat(
            BodyMerge.merge(
                Map.of("subnets", List.of(Map.of("name", "theirs"))), Map.of("subnets", List.of())))
        .isEqualTo(Map.of("subnets", List.of(Map.of("name", "theirs"))));
  }

  @Test
  void prefixesOfTheDeviceThatAreNotDeclaredStay() {
    Map<String, Object> standing = Map.of("addressPrefixes", List.of("192.168.0.0/16"));
    String path = "properties.localNetworkAddressSpace";
    ParameterDirectory silent = ParameterDirectory.complete(directory.resolve("a"));
    silent.edit(ParameterFile.VPN_GATEWAY, "\"addressPrefixes\": [ \"192.168.0.0/16\" ],", "");
    assertThat(differences(plan(silent, "office-lgw", path, standing), "office-lgw")).isEmpty();
    ParameterDirectory none = ParameterDirectory.complete(directory.resolve("b"));
    none.edit(ParameterFile.VPN_GATEWAY, "[ \"192.168.0.0/16\" ]", "[ ]");
    assertThat(differences(plan(none, "office-lgw", path, standing), "office-lgw"))
        .containsExactly(path + ".addressPrefixes");
  }

  /** The declared policies as they are written in the file. */
  private static String policies() throws IOException {
    String file =
        Files.readString(
            Path.of("src/test/resources/complete", ParameterFile.VPN_GATEWAY.fileName()));
    int begin = file.indexOf("\"ipsecPolicies\"");
    return file.substring(begin, file.indexOf(']', begin) + 1);
  }

  private List<String> paths(String name, String path, Object standing, String written) {
    ParameterDirectory files =
        ParameterDirectory.complete(directory.resolve(written.isEmpty() ? "without" : "with"));
    files.edit(ParameterFile.VIRTUAL_NETWORK, "\"dnsServers\": [ \"10.1.2.4\" ],", written);
    return differences(plan(files, name, path, standing), name);
  }

  private static Plan plan(ParameterDirectory files, String name, String path, Object standing) {
    List<DeclaredResource> desired =
        new NetworkResources(files.read().network(), SamplePlans.SCOPE)
            .network(NetworkResources.Options.ALL);
    List<ActualResource> all = new ArrayList<>();
    for (DeclaredResource each : desired) {
      Map<String, Object> body = new LinkedHashMap<>(each.body());
      if (each.key().name().equals(name)) {
        body = SamplePlans.with(body, path, standing);
      }
      all.add(new ActualResource(each.key(), null, "Succeeded", body, Map.of()));
    }
    return new Planner().plan(desired, new ActualState(all));
  }

  private static ResourceChange change(Plan plan, String name) {
    return plan.changes().stream()
        .filter(c -> c.key().name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static List<String> differences(Plan plan, String name) {
    return change(plan, name).differences().stream().map(PropertyDifference::path).toList();
  }

  private static Object merged(Plan plan, String name, String property) {
    ResourceChange resourceChange = change(plan, name);
    Map<String, Object> body =
        BodyMerge.merge(resourceChange.actual().body(), resourceChange.declared().body());
    return ResourceBody.map(body.get("properties")).get(property);
  }
}
