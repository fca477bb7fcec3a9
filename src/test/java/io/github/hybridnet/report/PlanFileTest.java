package io.github.hybridnet.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.arm.SamplePlans;
import io.github.hybridnet.model.SampleNetwork;
import io.github.hybridnet.model.Secret;
import io.github.hybridnet.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PlanFileTest {
  @TempDir private Path directory;

  private String write(Plan plan) throws IOException {
    PlanFile file = new PlanFile(directory.resolve("out"));
    PlanReport.CircuitSummary circuitSummary =
        new PlanReport.CircuitSummary(
            SamplePlans.SCOPE.key(ResourceType.CIRCUIT, "ra-erc"), "HN4006: not yet", false);
    file.write(new PlanReport("simulator", SamplePlans.SCOPE, List.of(circuitSummary), plan));
    return Files.readString(file.path());
  }

  private JsonNode json(Plan plan) throws IOException {
    return JsonMapper.builder().build().readTree(write(plan));
  }

  @Test
  void saysWhatWouldBeDone() throws Exception {
    JsonNode json =
        json(SamplePlans.standing().otherwise("ra-vpn-vgw", "properties.sku.name", "Basic").plan());
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactly(
            "schemaVersion",
            "cloud",
            "subscriptionId",
            "resourceGroup",
            "location",
            "changesAnything",
            "summary",
            "circuit",
            "circuits",
            "changes",
            "unread",
            "removals",
            "allowReplace",
            "allowOutage",
            "effects",
            "outages");
    String page = Files.readString(Path.of("docs/goals.md"));
    assertThat(json.fieldNames())
        .toIterable()
        .allSatisfy(name -> assertThat(page).containsPattern("\\n\\| [^|]*`" + name + "`"));
    assertThat(json.path("schemaVersion").asInt()).isEqualTo(1);
    assertThat(json.path("changesAnything").asBoolean()).isTrue();
    assertThat(json.path("summary").toString())
        .isEqualTo(
            "{\"create\":0,\"update\":0,\"replace\":2,\"unchanged\":6,\"delete\":0,\"unread\":0,\"uncompared\":0}");
    assertThat(json.at("/circuit/problem").asText()).isEqualTo("HN4006: not yet");
    assertThat(json.at("/circuit/ready").asBoolean()).isFalse();
    assertThat(json.path("allowReplace").toString()).isEqualTo("[\"ra-vpn-vgw\"]");
    assertThat(json.at("/removals/1/after/0").asText()).endsWith("/connections/ra-vpn-cn");
    assertThat(json.at("/outages/0/aboutSeconds").asInt()).isEqualTo(1501);
    assertThat(json.path("changes").findValuesAsText("path")).contains("properties.sku.name");
  }

  @Test
  void isTheSameForTheSamePlan() throws Exception {
    String first = write(SamplePlans.standing().without("ra-lgw").plan());
    assertThat(write(SamplePlans.standing().without("ra-lgw").plan())).isEqualTo(first);
  }

  @Test
  void holdsNoKey() throws Exception {
    Secret other = Secret.of("other-secret-key", Secret.Source.CLOUD);
    Plan plan = SamplePlans.standing().otherwise("ra-vpn-cn", "properties.sharedKey", other).plan();
    String text = write(plan);
    assertThat(text).doesNotContain("other-secret-key").doesNotContain(SampleNetwork.KEY);
    assertThat(json(plan).path("changes").findValues("differences"))
        .filteredOn(d -> !d.isEmpty())
        .extracting(JsonNode::toString)
        .isEqualTo(List.of("[{\"path\":\"properties.sharedKey\",\"secret\":true}]"));
  }
}
