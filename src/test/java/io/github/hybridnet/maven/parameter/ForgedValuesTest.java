package io.github.hybridnet.maven.parameter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.github.hybridnet.azure.settings.AuthType;
import io.github.hybridnet.azure.settings.CloudTarget;
import io.github.hybridnet.azure.settings.IdentifierFormat;
import io.github.hybridnet.azure.settings.SourcedValue;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Values that a script passes on to -D forge no lines of the failure that names them. */
class ForgedValuesTest {
  private static final String FORGED = "x\n::error::forged";
  private static final String PROPERTY = "hybridnet.failover.hold";

  static Stream<ThrowingCallable> whatRefusesAValue() {
    return Stream.of(
        () -> CloudTarget.parse(new SourcedValue(FORGED, PROPERTY)),
        () -> CloudTarget.parse(new SourcedValue("https://u\n:pw@h", PROPERTY)),
        () -> AuthType.parse(new SourcedValue(FORGED, PROPERTY)),
        () -> IdentifierFormat.checked("tenant", new SourcedValue(FORGED, PROPERTY)),
        () -> DurationParameter.parse(PROPERTY, FORGED),
        () -> NumberParameter.whole(PROPERTY, FORGED),
        () -> TimeoutsParameter.parse("x\r::error::forged=1h"),
        () -> ChoiceParameter.ALL.get(0).parse(FORGED),
        () -> {
          throw ParameterProblems.notABoolean(PROPERTY, FORGED);
        },
        () -> {
          throw ParameterProblems.unknownProperties(List.of(FORGED));
        });
  }

  @ParameterizedTest
  @MethodSource("whatRefusesAValue")
  void theMessageHasNoLinesOfTheValue(ThrowingCallable refusal) {
    String message = String.valueOf(catchThrowable(refusal).getMessage());
    assertThat(message.lines().skip(1)).singleElement().asString().startsWith("  Fix: ");
    assertThat(message).startsWith("HN").doesNotContain("pw@");
  }
}
