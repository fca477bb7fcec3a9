package io.github.hybridnet.simulator.fault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.hybridnet.SealedExamples;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RuleReaderTest {
  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

  private static List<FaultRule> read(String json) throws InvalidRulesException {
    return new RuleReader(List.of("taken"), () -> "fault-1").read(RuleSource.of(json(json)));
  }

  private static JsonNode json(String text) {
    try {
      return MAPPER.readTree(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static List<String> problems(String json) {
    InvalidRulesException e = catchThrowableOfType(InvalidRulesException.class, () -> read(json));
    return e.problems().stream().map(Object::toString).toList();
  }

  @Test
  void everyEffectIsUnderstoodAndHasItsUsualPhase() throws InvalidRulesException {
    String[][] effects = {
      {"{'status': {'status': 500}}", "before"},
      {"{'status': {'status': 418, 'code': 'Teapot'}}", "before"},
      {"{'delay': {'wall': 'PT1S'}}", "before"},
      {"{'delay': {'simulated': 'P1D'}}", "before"},
      {"{'reset': {}}", "before"},
      {"{'reset': {'at': 'afterHeaders'}}", "after"},
      {"{'truncate': {}}", "after"},
      {"{'malformed': {'as': 'json'}}", "before"},
      {"{'lostOperation': {}}", "polling"},
      {"{'stuckOperation': {'for': 'PT1H'}}", "final"},
      {"{'failOperation': {'code': 'A', 'message': 'B', 'details': []}}", "final"},
      {"{'cancelOperation': {}}", "final"},
      {"{'rejectToken': {'code': 'ExpiredAuthenticationToken'}}", "before"},
      {"{'expireTokens': {}}", "before"},
      {"{'refuseSignIn': {'error': 'invalid_client'}}", "before"},
      {"{'throttle': {'reads': {'size': 3, 'perSecond': 0.5}, 'clock': 'simulated'}}", "before"},
    };
    List<FaultEffect> read = new ArrayList<>();
    for (String[] effect : effects) {
      List<FaultRule> rules = read("{'effect': " + effect[0] + "}");
      rules.forEach(rule -> read.add(rule.effect()));
      assertThat(rules)
          .singleElement()
          .extracting(rule -> rule.when().phase().word)
          .as(effect[0])
          .isEqualTo(effect[1]);
    }
    assertThat(SealedExamples.of(FaultEffect.class, read.toArray(FaultEffect[]::new)))
        .allSatisfy(effect -> assertThat(effect.phases()).isNotEmpty());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      textBlock =
          """
          []|must be an object
          {}|must be {"rules": […]}, or one rule with an "effect"
          {'rules': {}}|/rules: must be an array
          {'rules': [3]}|/rules/0: must be an object
          {'id': 'a b', 'effect': {'reset': {}}}|/id: must be 1 to 64 letters, digits, '.', '_' or '-'
          {'id': 'taken', 'effect': {'reset': {}}}|/id: is the id of another rule
          {'effect': {}}|/effect: must have exactly one of cancelOperation, delay
          {'effect': {'reset': {}, 'truncate': {}}}|/effect: must have exactly one of
          {'effect': {'explode': {}}}|/effect/explode: is no effect; there are cancelOperation,
          {'effect': {'reset': 5}}|/effect/reset: must be an object
          {'effect': {'reset': {'at': 'noon'}}}|/effect/reset/at: must be one of afterHeaders, beforeHeaders
          {'effect': {'reset': {'when': 1}}}|/effect/reset/when: is not known here; known are at
          {'effect': {'status': {}}}|/effect/status/status: is missing
          {'effect': {'status': {'status': 200}}}|/effect/status/status: must be a whole number from 400 to 599
          {'effect': {'status': {'status': 409}}}|/effect/status/code: is missing: 409 alone does not say what is wrong
          {'effect': {'status': {'status': 500, 'retryAfter': -1}}}|/effect/status/retryAfter: must be a whole number from 0 to 86400
          {'effect': {'status': {'status': 500, 'details': [{'code': 5}]}}}|/effect/status/details/0/code: must be a text that is not blank
          {'effect': {'failOperation': {'message': 'x'}}}|/effect/failOperation/code: is missing
          {'effect': {'delay': {}}}|/effect/delay: must have either wall or simulated
          {'effect': {'delay': {'wall': '5 s'}}}|/effect/delay/wall: must be an ISO-8601 duration above 0 and at most PT10M
          {'effect': {'delay': {'wall': 'PT1S', 'simulated': 'PT1S'}}}|/effect/delay: must have either wall or simulated
          {'phase': 'final', 'effect': {'reset': {}}}|/phase: must be one of after, before, polling
          {'phase': 'before', 'effect': {'truncate': {}}}|/phase: must be one of after, polling
          {'phase': 'after', 'effect': {'failOperation': {}}}|/phase: must be one of final
          {'match': {'operation': ''}, 'effect': {'reset': {}}}|/match/operation: must be a text or an array of texts, none of them blank
          {'match': {'method': 'PUT'}, 'effect': {'reset': {}}}|/match/method: is not known here; known are name, operation, resourceGroup, type
          {'match': {'operation': 'PUT'}, 'effect': {'refuseSignIn': {}}}|/match/operation: must be token: nothing else signs in
          {'calls': {'from': 0}, 'effect': {'reset': {}}}|/calls/from: must be a whole number at least 1
          {'calls': {'probability': 1.5}, 'effect': {'reset': {}}}|/calls/probability: must be a number above 0 and at most 1.0
          {'calls': {'per': 'day'}, 'effect': {'reset': {}}}|/calls/per: must be one of resource, rule
          {'calls': {}, 'effect': {'throttle': {}}}|/calls: does not go with throttle: its buckets decide
          {'effect': {'throttle': {'reads': {'size': 0}}}}|/effect/throttle/reads/size: must be a number above 0
          {'when': 1, 'effect': {'reset': {}}}|/when: is not known here; known are calls, effect, id, match, phase
          """)
  void mistakesAreNamedWithTheirPlace(String json, String problem) {
    assertThat(problems(json)).singleElement().asString().startsWith(problem);
  }

  @Test
  void allMistakesAreSaidAtOnce() {
    assertThat(
            problems(
                """
                {'rules': [
                  {'effect': {'status': {'status': 99, 'colour': 'red'}}},
                  {'id': 'x', 'match': {'type': 5}},
                  {'id': 'x', 'effect': {'reset': {}}}], 'more': 1}
                """))
        .containsExactly(
            "/rules/0/effect/status/status: must be a whole number from 400 to 599",
            "/rules/0/effect/status/colour: is not known here; known are code, details, message,"
                + " retryAfter, retryAfterAs, status",
            "/rules/1/effect: is missing",
            "/rules/1/match/type: must be a text that is not blank",
            "/rules/2/id: is the id of another rule",
            "/more: is not known here; known are rules");
  }

  @Test
  void mistakesInAFileHaveLineAndColumn(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("faults.json");
    Files.writeString(
        file,
        """
        {
          "rules": [
            {"effect": {"reset": {"at": "noon"}}},
            {"id": "x"}
          ]
        }
        """);
    InvalidRulesException e =
        catchThrowableOfType(
            InvalidRulesException.class,
            () -> new RuleReader(List.of(), () -> "n").read(RuleSource.in(file)));
    assertThat(e.problems())
        .extracting(Object::toString)
        .containsExactly(
            "3:27 /rules/0/effect/reset/at: must be one of afterHeaders, beforeHeaders",
            "4:5 /rules/1/effect: is missing");
  }

  @Test
  void whatIsNoFileIsNotRead(@TempDir Path directory) {
    assertThatThrownBy(() -> RuleSource.in(directory)).hasMessageEndingWith(" is not a file");
  }

  @Test
  void fileThatIsNotJsonOrSaysSomethingTwice(@TempDir Path directory) throws IOException {
    Path file = directory.resolve("faults.json");
    Files.writeString(file, "{\"rules\": [\n  }");
    InvalidRulesException broken =
        catchThrowableOfType(InvalidRulesException.class, () -> RuleSource.in(file));
    assertThat(broken.problems())
        .extracting(Object::toString)
        .singleElement()
        .asString()
        .startsWith("the file is not JSON at line 2");
    Files.writeString(file, "{\"rules\": [],\n \"rules\": []}");
    InvalidRulesException twice =
        catchThrowableOfType(InvalidRulesException.class, () -> RuleSource.in(file));
    assertThat(twice.problems())
        .extracting(Object::toString)
        .containsExactly("2:2 /rules: occurs twice");
  }
}
