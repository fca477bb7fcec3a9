package io.github.hybridnet.simulator.fault;

import io.github.hybridnet.simulator.arm.error.ArmError;
import java.util.List;

/**
 * An error in a rule.
 *
 * @param code its code
 * @param message its text
 * @param details further errors
 */
record FaultError(String code, String message, List<ArmError.Detail> details) {

  FaultError {
    details = List.copyOf(details);
  }

  static FaultError of(String code, String message) {
    return new FaultError(code, message, List.of());
  }

  /** With details it is a provider's error, without them one of Resource Manager. */
  ArmError request(int status) {
    return details.isEmpty() ? ArmError.gateway(status, code, message) : operation(status);
  }

  /** The error of an operation, which is always a provider's. */
  ArmError operation(int status) {
    return ArmError.provider(status, code, message, details.toArray(ArmError.Detail[]::new));
  }
}
