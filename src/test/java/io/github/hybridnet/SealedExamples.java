package io.github.hybridnet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;

/** Examples of all kinds of a sealed type: Java 17 has no switch that must name each of them. */
public final class SealedExamples {
  private SealedExamples() {}

  /**
   * The examples.
   *
   * @throws AssertionError when a permitted kind has no example
   */
  @SafeVarargs
  public static <T> List<T> of(Class<T> sealed, T... examples) {
    assertThat(Stream.of(sealed.getPermittedSubclasses()))
        .as("kinds of %s", sealed.getSimpleName())
        .isNotEmpty()
        .allSatisfy(
            kind ->
                assertThat(Stream.of(examples).filter(kind::isInstance))
                    .as("examples of %s", kind.getSimpleName())
                    .isNotEmpty());
    return List.of(examples);
  }
}
