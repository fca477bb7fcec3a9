package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.admin.StateCalls;
import io.github.hybridnet.simulator.arm.engine.SimulationEngine;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.keyvault.VaultSecrets;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The cloud and its secrets; time is not among it, since it never goes back.
 *
 * @param engine the cloud
 * @param secrets those of its vaults
 * @param seed for what is generated after everything was forgotten
 * @param adminState forgets what the owner of the simulator sees and controls; throws a {@link
 *     SimulatorException} before it begins if the owner's file is broken
 */
record SimulatorState(
    SimulationEngine engine, VaultSecrets secrets, LongSupplier seed, Runnable adminState)
    implements StateCalls.ResettableState {

  @Override
  public ObjectNode read() {
    ObjectNode document = JsonCodec.object();
    document.set("cloud", engine.snapshot());
    document.set("secrets", secrets.toJson());
    return document;
  }

  @Override
  public void replace(ObjectNode document) {
    engine.replace(document.required("cloud"));
    secrets.become(VaultSecrets.fromJson(document.required("secrets")));
  }

  @Override
  public Optional<String> forget() {
    try {
      adminState.run();
    } catch (SimulatorException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    engine.clear(seed.getAsLong());
    secrets.become(new VaultSecrets());
    return Optional.empty();
  }
}
