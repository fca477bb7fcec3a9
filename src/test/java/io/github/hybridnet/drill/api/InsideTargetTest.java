package io.github.hybridnet.drill.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.hybridnet.text.UserException;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InsideTargetTest {
  private static final String VM =
      "/subscriptions/s2/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm";

  @ParameterizedTest
  @CsvSource(
      value = {"null,null", "'',null", "null,' '"},
      nullValues = "null")
  void nothingIsAskedUnlessTold(@Nullable String vm, @Nullable String target) {
    assertThat(InsideTarget.parse(vm, target, "s")).isEmpty();
  }

  @Test
  void machineIsAnIdOrAGroupAndAName() {
    assertThat(InsideTarget.parse(" " + VM + " ", "192.168.0.10:443", "s"))
        .contains(new InsideTarget(VM, "192.168.0.10", OptionalInt.of(443)));
    assertThat(InsideTarget.parse("g/vm", "192.168.0.10", "s2"))
        .contains(new InsideTarget(VM, "192.168.0.10", OptionalInt.empty()));
    assertThat(new InsideTarget(VM, "192.168.0.10", OptionalInt.empty()).name()).isEqualTo("vm");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "vm",
        "g/vm/x",
        "g/v m",
        "/",
        "/subscriptions/s/resourceGroups/g",
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Network/virtualNetworks/v",
        "/subscriptions/s/resourceGroups/g/providers/Microsoft.Compute/virtualMachines/vm/x"
      })
  void badMachine(String vm) {
    assertThatThrownBy(() -> InsideTarget.parse(vm, "192.168.0.10", "s"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "hybridnet.failover.insideVm is '"
                + vm
                + "', but must be the resource id of a virtual machine, or its resource group and"
                + " name as group/name.");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "host",
        "192.168.0",
        "192.168.0.10:",
        "192.168.0.10:0",
        "192.168.0.10:65536",
        "192.168.0.10:1:2",
        ":443"
      })
  void badTarget(String target) {
    assertThatThrownBy(() -> InsideTarget.parse(VM, target, "s"))
        .isInstanceOf(UserException.class)
        .hasMessageContaining(
            "hybridnet.failover.insideTarget is '"
                + target
                + "', but must be an IPv4 address, or address:port.");
  }

  @Test
  void bothOrNone() {
    assertThatThrownBy(() -> InsideTarget.parse("g/vm", null, "s"))
        .hasMessageStartingWith(
            "HN5055: The connection test from inside the virtual network cannot run:"
                + " hybridnet.failover.insideVm is set, but hybridnet.failover.insideTarget is"
                + " not.")
        .hasMessageContaining(
            "set both parameters, such as -Dhybridnet.failover.insideVm=my-group/my-vm and"
                + " -Dhybridnet.failover.insideTarget=192.168.0.10:443, or neither of them."
                + " Nothing was changed");
    assertThatThrownBy(() -> InsideTarget.parse(null, "x", "s"))
        .hasMessageContaining(
            "hybridnet.failover.insideTarget is set, but hybridnet.failover.insideVm is"
                + " not; hybridnet.failover.insideTarget is 'x', but must be an IPv4 address");
  }
}
