package io.github.hybridnet.simulator;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.admin.StateCalls;
import io.github.hybridnet.simulator.arm.Engine;
import io.github.hybridnet.simulator.http.Json;
import io.github.hybridnet.simulator.keyvault.Secrets;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The cloud and its secrets; time is not among it, since it never goes back.
 *
 * @param engine the cloud
 * @param secrets those of its vaults
 * @param seed for what is generated after everything was forgotten
 * @param backstage forgets what the owner of the simulator sees and steers; throws a {@link
 *     SimulatorException} before it begins if the owner's file is broken
 */
record Remembered(Engine engine, Secrets secrets, LongSupplier seed, Runnable backstage)
    implements StateCalls.Remembered {

  @Override
  public ObjectNode read() {
    ObjectNode document = Json.object();
    document.set("cloud", engine.snapshot());
    document.set("secrets", secrets.toJson());
    return document;
  }

  @Override
  public void replace(ObjectNode document) {
    engine.replace(document.required("cloud"));
    secrets.become(Secrets.fromJson(document.required("secrets")));
  }

  @Override
  public Optional<String> forget() {
    try {
      backstage.run();
    } catch (SimulatorException e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
    engine.clear(seed.getAsLong());
    secrets.become(new Secrets());
    return Optional.empty();
  }
}
