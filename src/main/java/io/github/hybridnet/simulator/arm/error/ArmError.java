package io.github.hybridnet.simulator.arm.error;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One error as Azure words it.
 *
 * @param status the HTTP status when the request itself is refused
 * @param code the service's code
 * @param message the service's text
 * @param source who answers: Resource Manager's front door or the resource provider
 * @param details further errors, only from a provider
 */
public record ArmError(
    int status, String code, String message, Source source, List<Detail> details) {

  public ArmError {
    details = List.copyOf(details);
  }

  /** Who refuses: the front door adds a header and no details, a provider always adds details. */
  public enum Source {
    GATEWAY,
    PROVIDER
  }

  /**
   * An entry of {@code details}.
   *
   * @param code the code
   * @param message the text
   * @param about the id of the resource that it is about; null, as nearly always, if it is not said
   */
  public record Detail(String code, String message, @Nullable String about) {

    /** A detail that names no resource. */
    public Detail(String code, String message) {
      this(code, message, null);
    }

    public Optional<String> target() {
      return Optional.ofNullable(about);
    }
  }

  /** An error of Resource Manager's front door. */
  public static ArmError gateway(int status, String code, String message) {
    return new ArmError(status, code, message, Source.GATEWAY, List.of());
  }

  /** An error of a resource provider. */
  public static ArmError provider(int status, String code, String message, Detail... details) {
    return new ArmError(status, code, message, Source.PROVIDER, List.of(details));
  }

  /** This error as something to throw. */
  public ArmException exception() {
    return new ArmException(this);
  }
}
