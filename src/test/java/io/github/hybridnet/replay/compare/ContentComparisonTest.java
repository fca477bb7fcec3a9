package io.github.hybridnet.replay.compare;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.hybridnet.replay.cassette.Cassette;
import io.github.hybridnet.replay.script.ReplayScript;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bodies are compared member by member. */
class ContentComparisonTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final GeneratedValueCheck GENERATED =
      new GeneratedValueCheck(
          ReplayScript.of(new Cassette("none", "", true, List.of()), "sub", "x-"));

  private final ContentComparison comparison = new ContentComparison(GENERATED);

  private static JsonNode json(String text) throws JsonProcessingException {
    return JSON.readTree(text.replace('\'', '"'));
  }

  private List<String> differences(String recorded, String simulated) throws Exception {
    comparison.compare("", json(recorded), json(simulated));
    return comparison.differences().stream()
        .map(d -> d.axis() + " " + d.member() + " " + d.recorded() + " " + d.simulated())
        .toList();
  }

  @Test
  void anAbsentMemberIsNamedWithItsRecordedValue() throws Exception {
    assertThat(differences("{'a': {'b': 1, 'c': true}}", "{'a': {'b': 1}}"))
        .containsExactly("BODY a.c true absent");
    assertThat(comparison.body()).isEqualTo(new EqualShare(1, 2));
    assertThat(comparison.values()).isEqualTo(new EqualShare(1, 1));
  }

  @Test
  void anotherTypeIsAnAbsentMember() throws Exception {
    assertThat(differences("{'a': 1}", "{'a': '1'}")).containsExactly("BODY a 1 absent");
    assertThat(comparison.values().isEmpty()).isTrue();
  }

  @Test
  void nullsAndTheOrderOfMembersDoNotCount() throws Exception {
    assertThat(differences("{'a': null, 'b': 1, 'c': 2}", "{'c': 2.0, 'b': 1}")).isEmpty();
    assertThat(comparison.body()).isEqualTo(new EqualShare(2, 2));
  }

  @Test
  void membersThatOnlyTheSimulatorHasAreNoDifference() throws Exception {
    assertThat(differences("{'a': 1}", "{'a': 1, 'b': 2}")).isEmpty();
  }

  @Test
  void anEmptyObjectIsThereIfTheSimulatorFillsIt() throws Exception {
    assertThat(differences("{'a': {}}", "{'a': {'b': 1}}")).isEmpty();
  }

  @Test
  void elementsBelongTogetherByTheirNames() throws Exception {
    assertThat(
            differences(
                "[{'name': 'a', 'v': 1}, {'name': 'b', 'v': 2}]",
                "[{'name': 'B', 'v': 3}, {'name': 'A', 'v': 1}]"))
        .containsExactly(
            "VALUES [].name \"a\" \"A\"", "VALUES [].name \"b\" \"B\"", "VALUES [].v 2 3");
  }

  @Test
  void otherwiseElementsBelongTogetherByTheirPlaces() throws Exception {
    assertThat(differences("['x', 'y']", "['x', 'z', 'w']"))
        .containsExactly("VALUES [#] 2 3", "VALUES [] \"y\" \"z\"");
  }

  @Test
  void idsAreTheSameInAnyLetters() throws Exception {
    assertThat(differences("{'id': '/Sub/A'}", "{'id': '/sub/a'}")).isEmpty();
    assertThat(differences("{'kind': 'A'}", "{'kind': 'a'}"))
        .containsExactly("VALUES kind \"A\" \"a\"");
  }

  @ParameterizedTest
  @CsvSource({
    "etag, W/x, true",
    "properties.resourceGuid, x, true",
    "properties.provisionedTime, x, true",
    "error.message, x, true",
    "name, 01234567-89ab-cdef-0123-456789abcdef, true",
    "a, 2026-01-15T10:20:30Z, true",
    "a, https://example.org/x, true",
    "a, 10.0.0.4, true",
    "a, '10.0.0.4,10.0.0.5', true",
    "a, fe80::1, true",
    "a, 10.0.0.256, false",
    "a, 10.0.0.0/16, false",
    "a, www:example, false",
    "a, westeurope, false",
    "timeZone, UTC, false",
  })
  void whatTheServiceMakesUpIsNotCompared(String member, String value, boolean generated) {
    assertThat(GENERATED.isGenerated(member, JSON.getNodeFactory().textNode(value)))
        .isEqualTo(generated);
  }
}
