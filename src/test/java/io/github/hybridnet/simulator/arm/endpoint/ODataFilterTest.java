package io.github.hybridnet.simulator.arm.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.error.ArmException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ODataFilterTest {
  private static final ObjectNode ONE =
      JsonNodeFactory.instance.objectNode().put("name", "a and b");

  private static List<ObjectNode> apply(String filter) {
    return ODataFilter.apply(List.of(ONE), Map.of("$filter", filter));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "name eq 'a and b'",
        " NAME EQ 'A AND B' ",
        "name ne 'b'  and\tname eq 'a and b'"
      })
  void keeps(String filter) {
    assertThat(apply(filter)).containsExactly(ONE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"name", "name eq 'a' and", "name eq 'a' or name eq 'b'", "and", "size eq 'a'"})
  void refuses(String filter) {
    assertThatThrownBy(() -> apply(filter)).isInstanceOf(ArmException.class);
  }

  /** As long as a request may be, and longer: time grows with the length, not with its square. */
  @Test
  @Timeout(60)
  void longFiltersTakeNoTime() {
    String blank = " ".repeat(1_000_000);
    assertThatThrownBy(() -> apply("name eq 'a'" + blank + "x")).isInstanceOf(ArmException.class);
    String many = "name ne 'b' and ".repeat(50_000);
    assertThat(apply(many + "name eq 'a and b'")).containsExactly(ONE);
  }
}
