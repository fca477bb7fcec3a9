package io.github.hybridnet.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.hybridnet.arm.AsyncOperation;
import io.github.hybridnet.arm.CloudException;
import io.github.hybridnet.arm.ResourceKey;
import io.github.hybridnet.arm.ResourceType;
import io.github.hybridnet.engine.EngineEvent;
import io.github.hybridnet.model.Severity;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A new kind of event cannot be forgotten: each one that exists is rendered here. */
class EngineEventTextTest {
  private static final ResourceKey KEY =
      new ResourceKey("sub", "rg", ResourceType.CONNECTION, "cn");

  static Stream<EngineEvent> events() {
    return Stream.of(EngineEvent.class.getPermittedSubclasses()).map(EngineEventTextTest::sample);
  }

  private static EngineEvent sample(Class<?> type) {
    try {
      RecordComponent[] parts = type.getRecordComponents();
      Class<?>[] types = Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new);
      Constructor<?> constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return (EngineEvent)
          constructor.newInstance(Stream.of(types).map(EngineEventTextTest::value).toArray());
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }

  private static Object value(Class<?> type) {
    if (type == ResourceKey.class) {
      return KEY;
    }
    if (type == EngineEvent.class) {
      return new EngineEvent.Started(KEY, EngineEvent.StepAction.CREATE);
    }
    if (type == EngineEvent.StepAction.class) {
      return EngineEvent.StepAction.REMOVE;
    }
    if (type == CloudException.class) {
      return new CloudException(
          CloudException.Kind.FAILED, "Code", "Text.", CloudException.Answer.NONE, null);
    }
    if (type == AsyncOperation.class) {
      return new AsyncOperation("https://localhost/operation", "", "req-1");
    }
    if (type == Duration.class) {
      return Duration.ofSeconds(3);
    }
    return type == Optional.class ? Optional.empty() : "text";
  }

  @ParameterizedTest
  @MethodSource("events")
  void eachEventHasALineAtItsLevel(EngineEvent event) {
    RecordedLines out = new RecordedLines();
    EngineEventText.write(event, out);
    assertThat(out.lines()).hasSize(1);
    assertThat(out.lines().get(0))
        .startsWith(level(event.severity()) + " connection cn: ")
        .doesNotContain(event.getClass().getSimpleName() + "[");
  }

  private static String level(Severity severity) {
    return severity == Severity.WARNING ? "WARN" : severity.name();
  }
}
