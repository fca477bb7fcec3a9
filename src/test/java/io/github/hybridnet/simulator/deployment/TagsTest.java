package io.github.hybridnet.simulator.deployment;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.simulator.ArmClient;
import io.github.hybridnet.simulator.deployment.run.TemplateDeploymentTest;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tags of groups and resources at {@code Microsoft.Resources/tags/default}. */
class TagsTest {
  private static final String TAGS = "/providers/Microsoft.Resources/tags/default";

  @TempDir Path directory;
  private Rig rig;

  @BeforeEach
  void start() {
    rig = new Rig(directory);
  }

  @AfterEach
  void stop() {
    rig.close();
  }

  private String tags(String method, String scope, String body) {
    ArmClient.Answer answer = rig.send(method, scope + TAGS, body);
    assertThat(answer.status()).as(method).isEqualTo(200);
    return rig.brief(answer.json().at("/properties/tags"));
  }

  private static String patch(String operation, String tags) {
    return "{'operation': '%s', 'properties': {'tags': %s}}".formatted(operation, tags);
  }

  @Test
  void ofAGroup() {
    String group = rig.group();
    ArmClient.Answer none = rig.send("GET", group + TAGS, "");
    assertThat(rig.brief(none.json()))
        .isEqualTo(
            "{'id':'~~/providers/Microsoft.Resources/tags/default','name':'default',"
                + "'type':'Microsoft.Resources/tags','properties':{'tags':{}}}");
    assertThat(tags("PUT", group, "{'properties': {'tags': {'a': '1', 'b': '2'}}}"))
        .isEqualTo("{'a':'1','b':'2'}");
    assertThat(tags("PATCH", group, patch("Merge", "{'A': '3', 'c': '4'}")))
        .isEqualTo("{'b':'2','A':'3','c':'4'}");
    assertThat(tags("PATCH", group, patch("Delete", "{'b': 'other', 'c': '4', 'a': ''}")))
        .isEqualTo("{'b':'2'}");
    assertThat(tags("PATCH", group, patch("Replace", "{'z': '0'}"))).isEqualTo("{'z':'0'}");
    assertThat(rig.brief(rig.send("GET", group, "").json().path("tags"))).isEqualTo("{'z':'0'}");
    assertThat(rig.send("DELETE", group + TAGS, "").status()).isEqualTo(200);
    assertThat(tags("GET", group, "")).isEqualTo("{}");
    assertThat(rig.send("PATCH", group + TAGS, patch("Add", "{}")).status()).isEqualTo(400);
  }

  @Test
  void ofAResource() {
    rig.deployed("d", TemplateDeploymentTest.template(TemplateDeploymentTest.NETWORK), 60);
    String network = rig.group() + "/providers/Microsoft.Network/virtualNetworks/v";
    assertThat(tags("PUT", network, "{'properties': {'tags': {'a': '1'}}}")).isEqualTo("{'a':'1'}");
    assertThat(rig.brief(rig.get("virtualNetworks/v").path("tags"))).isEqualTo("{'a':'1'}");
    assertThat(rig.send("GET", network + "x" + TAGS, "").code()).isEqualTo("ResourceNotFound");
  }

  @Test
  void ofASubscriptionAreRefused() {
    assertThat(rig.send("GET", rig.subscription() + TAGS, "").code()).isEqualTo("NotSimulated");
  }
}
