package io.github.hybridnet.azure.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.json.JsonProviders;
import com.azure.resourcemanager.network.fluent.models.VirtualNetworkInner;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WritablePropertiesTest {

  @Test
  void keepsWhatTheModelWritesAndWhatItDoesNotKnow() throws IOException {
    assertThat(
            part(
                """
                {"location":"westus","new":{"a":[1,{"b":2}]},"properties":{"newer":true,
                 "enableDdosProtection":false,"resourceGuid":"g","provisioningState":"Succeeded",
                 "subnets":[{"name":"a","etag":"e","properties":{"addressPrefix":"10.0.0.0/24"}},
                  {"name":"b","properties":{"newest":[],"provisioningState":"Succeeded"}}]}}
                """))
        .isEqualTo(
            json(
                """
                {"location":"westus","new":{"a":[1,{"b":2}]},"properties":{"newer":true,
                 "enableDdosProtection":false,
                 "subnets":[{"name":"a","properties":{"addressPrefix":"10.0.0.0/24"}},
                  {"name":"b","properties":{"newest":[]}}]}}
                """));
  }

  @Test
  void whatTheServiceAloneSaysIsLeftOutAlsoWhereTheModelDoesNotKnowIt() throws IOException {
    assertThat(
            part(
                """
                {"systemData":{},"properties":{"part":{"id":"/p","kept":1},"subnets":[
                 {"id":"/s","name":"a","properties":{"ipConfigurations":[{"id":"/i","new":1}]}}],
                 "encryption":{"enabled":true,"etag":"e","provisioningState":"Succeeded"}}}
                """))
        .isEqualTo(
            json(
                """
                {"properties":{"part":{"id":"/p","kept":1},
                 "subnets":[{"id":"/s","name":"a","properties":{}}],"encryption":{"enabled":true}}}
                """));
  }

  @Test
  void theTypeOfAPartIsTheServicesButAPropertyOfThatNameIsNot() throws IOException {
    assertThat(part("{\"properties\":{\"encryption\":{\"type\":\"kept\"}}}"))
        .isEqualTo(json("{\"properties\":{\"encryption\":{\"type\":\"kept\"}}}"));
    assertThat(part("{\"properties\":{\"encryption\":{\"id\":\"/e\",\"type\":\"gone\"}}}"))
        .isEqualTo(json("{\"properties\":{\"encryption\":{\"id\":\"/e\"}}}"));
  }

  private static Map<String, Object> part(String text) throws IOException {
    UnknownMemberReader reader = new UnknownMemberReader(JsonProviders.createReader(text));
    VirtualNetworkInner model = VirtualNetworkInner.fromJson(reader);
    return WritableProperties.of(json(text), JsonTree.of(model), reader.skipped());
  }

  private static Map<String, Object> json(String text) {
    return JsonTree.read(text).orElseThrow();
  }
}
