package io.github.hybridnet.azure.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvironmentVariablesTest {
  private final EnvironmentVariables variables =
      new EnvironmentVariables(
          Map.of(
              "PLAIN", " value\r\n",
              "EMPTY", " \n",
              "BROKEN", "can\nary",
              "UNREPLACED", "$(AZURE_CLIENT_SECRET)",
              "DOLLAR", "pa$(word"));

  @Test
  void aValueHasNoBlanksAroundIt() {
    assertThat(variables.value("PLAIN")).contains("value");
    assertThat(variables.sourced("PLAIN")).contains(new SourcedValue("value", "environment PLAIN"));
    assertThat(variables.first("EMPTY", "PLAIN", "BROKEN").orElseThrow().value())
        .isEqualTo("value");
    assertThat(variables.value("DOLLAR")).contains("pa$(word");
  }

  @Test
  void anEmptyOneIsNotSet() {
    assertThat(variables.has("EMPTY")).isFalse();
    assertThat(variables.value("ABSENT")).isEmpty();
  }

  @Test
  void aLineBreakInsideIsRefusedAndNotShown() {
    assertThatThrownBy(() -> variables.value("BROKEN"))
        .hasMessage(
            "HN3060: The environment variable BROKEN contains a line break or another control"
                + " character."
                + System.lineSeparator()
                + "  Fix: set the variable to a value on one line")
        .hasMessageNotContaining("ary");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"$(A-B.c)", " ${CLIENT_SECRET}\n", "${env.CLIENT_SECRET}", "$AZ_CLIENT_SECRET"})
  void whatOtherServersLeaveOfAVariable(String value) {
    assertThatThrownBy(() -> new EnvironmentVariables(Map.of("A", value)).value("A"))
        .hasMessageStartingWith("HN3060: The environment variable A is the text '$");
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ABC", "a$(b)", "${", "$(a b)", "$ab_cd", "Qx8~$(A).B"})
  void aValueThatOnlyResemblesAVariable(String value) {
    assertThat(new EnvironmentVariables(Map.of("A", value)).value("A")).contains(value);
  }

  @Test
  void aVariableThatThePipelineDidNotKnow() {
    assertThatThrownBy(() -> variables.value("UNREPLACED"))
        .hasMessageStartingWith(
            "HN3060: The environment variable UNREPLACED is the text '$(AZURE_CLIENT_SECRET)'. The"
                + " pipeline has no variable of that name.");
  }
}
