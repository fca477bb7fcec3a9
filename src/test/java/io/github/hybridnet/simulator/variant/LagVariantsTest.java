package io.github.hybridnet.simulator.variant;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.AzureSimulator;
import io.github.hybridnet.simulator.junit.Simulator;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What reads show after a write has ended, where copies of the state lag behind. */
@Simulator(manualClock = true)
class LagVariantsTest {
  private static final String ADDRESS = "publicIPAddresses/p";
  private static final String NETWORK = "virtualNetworks/n";
  private static final String SUBNET = NETWORK + "/subnets/b";
  private static final String SUBNET_BODY = "{'properties': {'addressPrefix': '10.0.2.0/24'}}";
  private static final String LINK = "Azure-AsyncOperation";
  private static final String TAGS = "/providers/Microsoft.Resources/tags/default";

  @Test
  void whatWasCreatedIsNotFoundForSeconds(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("after-creation", "not-found"));
    ended(rig, rig.put(ADDRESS, VariantRig.ADDRESS));
    ArmClient.Answer hidden = rig.get(ADDRESS);
    assertThat(hidden.status()).isEqualTo(404);
    assertThat(hidden.json().at("/error/code").asText()).isEqualTo("ResourceNotFound");
    assertThat(names(rig, "publicIPAddresses")).containsExactly("p");
    rig.pass(16);
    assertThat(rig.state(ADDRESS)).isEqualTo("Succeeded");
    assertThat(rig.put(ADDRESS, VariantRig.ADDRESS.replace("}}", ", 'idleTimeoutInMinutes': 7}}")))
        .extracting(ArmClient.Answer::status)
        .isEqualTo(200);
    assertThat(rig.get(ADDRESS).status()).isEqualTo(200);
  }

  @Test
  void childrenOfWhatStandsAreNotFoundForSeconds(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    rig.made(NETWORK, VariantRig.NETWORK);
    rig.play(Map.of("after-creation", "not-found"));
    ended(rig, rig.put(SUBNET, SUBNET_BODY));
    assertThat(rig.get(SUBNET).status()).isEqualTo(404);
    assertThat(rig.get(NETWORK + "/subnets/a").status()).isEqualTo(200);
    assertThat(rig.get(NETWORK).json().at("/properties/subnets")).hasSize(2);
    rig.pass(16);
    assertThat(rig.get(SUBNET).status()).isEqualTo(200);
  }

  @Test
  void aNewGroupIsNotFoundOrUnknownToWrites(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("after-creation", "not-found"));
    String other = rig.group() + "-2";
    rig.put(other, "{'location': 'westus2'}");
    assertThat(rig.get(other).status()).isEqualTo(404);
    rig.pass(16);
    assertThat(rig.get(other).status()).isEqualTo(200);
    rig.play(Map.of("after-creation", "group-unknown"));
    String third = rig.group() + "-3";
    rig.put(third, "{'location': 'westus2'}");
    assertThat(rig.get(third).status()).isEqualTo(200);
    String address = third + "/providers/Microsoft.Network/" + ADDRESS;
    ArmClient.Answer refused = rig.put(address, VariantRig.ADDRESS);
    assertThat(refused.status()).isEqualTo(404);
    assertThat(refused.json().at("/error/code").asText()).isEqualTo("ResourceGroupNotFound");
    assertThat(rig.put(ADDRESS, VariantRig.ADDRESS).status()).isEqualTo(201);
    rig.pass(16);
    assertThat(rig.put(address, VariantRig.ADDRESS).status()).isEqualTo(201);
  }

  @Test
  void whatWasWrittenOrRemovedIsAsBeforeForSeconds(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    JsonNode before = rig.made(ADDRESS, VariantRig.ADDRESS);
    rig.play(Map.of("stale-reads", "seconds"));
    String changed = VariantRig.ADDRESS.replace("}}", ", 'idleTimeoutInMinutes': 7}}");
    ArmClient.Answer written = rig.put(ADDRESS, changed);
    assertThat(rig.state(ADDRESS)).isEqualTo("Updating");
    ended(rig, written);
    assertThat(rig.get(ADDRESS).json()).isEqualTo(before);
    assertThat(rig.send("PUT", ADDRESS, changed, "If-Match", before.path("etag").asText()).status())
        .isEqualTo(412);
    rig.pass(13);
    assertThat(rig.get(ADDRESS).json().at("/properties/idleTimeoutInMinutes").asInt()).isEqualTo(7);
    ended(rig, rig.send("DELETE", ADDRESS, ""));
    assertThat(rig.state(ADDRESS)).isEqualTo("Succeeded");
    assertThat(names(rig, "publicIPAddresses")).containsExactly("p");
    rig.pass(13);
    assertThat(rig.get(ADDRESS).status()).isEqualTo(404);
    assertThat(names(rig, "publicIPAddresses")).isEmpty();
  }

  @Test
  void listsOfAllTypesLagMinutes(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("stale-reads", "lists-minutes"));
    ended(rig, rig.put(ADDRESS, VariantRig.ADDRESS));
    assertThat(rig.get(ADDRESS).status()).isEqualTo(200);
    assertThat(names(rig, "publicIPAddresses")).containsExactly("p");
    assertThat(names(rig, rig.group() + "/resources")).isEmpty();
    rig.pass(301);
    assertThat(names(rig, rig.group() + "/resources")).containsExactly("p");
    ended(rig, rig.send("DELETE", ADDRESS, ""));
    assertThat(names(rig, "publicIPAddresses")).isEmpty();
    assertThat(names(rig, rig.group() + "/resources")).containsExactly("p");
    rig.pass(301);
    assertThat(names(rig, rig.group() + "/resources")).isEmpty();
  }

  @Test
  void tagsAreThoseOfAMinuteAgo(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of("stale-tags", "minute"));
    String merge = "{'operation': 'Merge', 'properties': {'tags': {'a': '1'}}}";
    String tags = rig.group() + TAGS;
    assertThat(rig.send("PATCH", tags, merge).json().at("/properties/tags/a").asText())
        .isEqualTo("1");
    assertThat(rig.get(tags).json().at("/properties/tags")).isEmpty();
    assertThat(rig.get(rig.group()).json().path("tags")).isEmpty();
    assertThat(rig.send("PATCH", tags, merge.replace("'a'", "'b'")).json().at("/properties/tags"))
        .hasSize(2);
    rig.pass(61);
    assertThat(rig.get(tags).json().at("/properties/tags")).hasSize(2);
    assertThat(rig.get(rig.group()).json().path("tags")).hasSize(2);
  }

  @Test
  void tagsOfAGroupAreMissingNowAndThen(AzureSimulator simulator) {
    VariantRig rig = new VariantRig(simulator, Map.of());
    rig.put(rig.group(), "{'location': 'westus2', 'tags': {'a': '1'}}");
    rig.play(Map.of("stale-tags", "now-and-then"));
    rig.made(ADDRESS, VariantRig.ADDRESS);
    List<Integer> seen = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      seen.add(rig.get(rig.group()).json().path("tags").size());
    }
    assertThat(seen).containsExactly(0, 1, 1, 1, 1, 0);
    assertThat(rig.get(rig.group() + TAGS).json().at("/properties/tags")).hasSize(1);
  }

  private static void ended(VariantRig rig, ArmClient.Answer accepted) {
    assertThat(accepted.status()).isLessThan(300);
    String link = accepted.header(LINK).orElseThrow();
    for (int i = 0; rig.get(link).json().path("status").asText().equals("InProgress"); i++) {
      assertThat(i).as("seconds").isLessThan(7200);
      rig.pass(1);
    }
  }

  private static List<String> names(VariantRig rig, String list) {
    List<String> names = new ArrayList<>();
    rig.get(list).json().path("value").forEach(each -> names.add(each.path("name").asText()));
    return names;
  }
}
