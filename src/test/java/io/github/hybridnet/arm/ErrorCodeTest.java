package io.github.hybridnet.arm;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ErrorCodeTest {
  private static List<String> codes(Class<?> table) throws IllegalAccessException {
    List<String> codes = new ArrayList<>();
    for (Field field : table.getDeclaredFields()) {
      if (field.getType() == String.class) {
        codes.add((String) field.get(null));
      }
    }
    return codes;
  }

  @Test
  void noCodeOfOursCanBeTakenForOneOfAzures() throws Exception {
    List<String> azures = codes(ErrorCode.class);
    List<String> ours = codes(OwnErrorCode.class);

    assertThat(azures).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    assertThat(ours)
        .hasSizeGreaterThan(10)
        .doesNotHaveDuplicates()
        .doesNotContainAnyElementsOf(azures);
  }

  @Test
  void whatIsInTheWayOfAnotherGatewayIsBusy() {
    assertThat(ErrorCode.BUSY).containsAll(ErrorCode.OTHER_OPERATION).hasSize(6);
    assertThat(ErrorCode.OTHER_OPERATION).hasSize(4);
    assertThat(ErrorCode.BUSY).doesNotContainAnyElementsOf(ErrorCode.ABSENT);
  }
}
