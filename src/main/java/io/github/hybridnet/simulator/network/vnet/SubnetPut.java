package io.github.hybridnet.simulator.network.vnet;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.ArmId;
import io.github.hybridnet.simulator.network.body.SentMembers;
import io.github.hybridnet.simulator.network.relation.BackReferences;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.resource.AddressPrefixReader;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NoOpUpdates;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** PUT of one subnet. */
final class SubnetPut implements ArmOperation {

  @Override
  public OperationAnswer accept(ResourceRequest request) {
    ArmId networkId = request.id().parent();
    ConcurrencyGuard.refuseBeside(request);
    ConcurrencyGuard.deferForNetwork(request.world(), networkId);
    ObjectNode network =
        request
            .world()
            .resources()
            .find(networkId)
            .orElseThrow(() -> ArmErrors.resourceNotFound(networkId));
    ObjectNode subnet =
        new SubnetBody(request, request.id(), request.body())
            .build(request.existing().orElse(null));
    SentMembers.keep(request, subnet);
    rules(networkId, network).check(siblingsThen(network, subnet));
    return NoOpUpdates.answer(request.existing(), subnet, "subnets");
  }

  @Override
  public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
    operationCompletion.succeed();
    BackReferences.refresh(operationCompletion.world(), operationCompletion.id());
    return null;
  }

  private static SubnetChecks rules(ArmId id, ObjectNode network) {
    List<String> prefixes =
        JsonMembers.strings(network, "properties", "addressSpace", "addressPrefixes");
    return new SubnetChecks(id, AddressPrefixReader.read(prefixes, id));
  }

  private static List<ObjectNode> siblingsThen(ObjectNode network, ObjectNode subnet) {
    List<ObjectNode> all = new ArrayList<>(JsonMembers.objects(network, "properties", "subnets"));
    all.removeIf(
        each ->
            JsonMembers.textOr(each, "name", "")
                .equalsIgnoreCase(JsonMembers.text(subnet, "name")));
    all.add(subnet);
    return all;
  }
}
