package io.github.hybridnet.simulator.network.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.hybridnet.simulator.arm.ArmOperation;
import io.github.hybridnet.simulator.arm.OperationAnswer;
import io.github.hybridnet.simulator.arm.OperationCompletion;
import io.github.hybridnet.simulator.arm.ProvisioningStateField;
import io.github.hybridnet.simulator.arm.ResourceRequest;
import io.github.hybridnet.simulator.arm.TimedWork;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.http.JsonCodec;
import io.github.hybridnet.simulator.network.relation.ConcurrencyGuard;
import io.github.hybridnet.simulator.network.relation.StoredConnections;
import io.github.hybridnet.simulator.network.resource.JsonMembers;
import io.github.hybridnet.simulator.network.resource.NetworkErrors;
import io.github.hybridnet.simulator.network.routing.ConnectionStatuses;
import io.github.hybridnet.simulator.variant.AzureVariant;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** GET and PUT of a connection's shared key, and POST of its reset. */
final class SharedKeyCalls {
  private static final String KEY = "sharedKey";
  private static final String DURATION = "connections.sharedkey";

  private SharedKeyCalls() {}

  /**
   * The key in plain text, as the service returns it; of an ExpressRoute connection none, or an
   * array (Azure/azure-rest-api-specs issue 36537).
   */
  static OperationAnswer get(ResourceRequest request) {
    ObjectNode body = JsonCodec.object();
    boolean array =
        request.world().behaviour().variants().is(AzureVariant.EXPRESS_ROUTE_SHARED_KEY, "array");
    if (array && StoredConnections.isExpressRoute(request.required())) {
      body.putArray("value");
    } else {
      body.put("value", current(request));
    }
    return OperationAnswer.plain(200, body);
  }

  /**
   * PUT: the new key is in force at once; the connection is {@code Updating} until the gateway has
   * it.
   */
  static final class Put implements ArmOperation {

    @Override
    public OperationAnswer accept(ResourceRequest request) {
      ConcurrencyGuard.refuse(request);
      current(request);
      String value = JsonMembers.text(request.body(), "value");
      if (value == null || value.isEmpty()) {
        throw NetworkErrors.missingProperty("value", "");
      }
      change(request, connection -> JsonMembers.properties(connection).put(KEY, value));
      return OperationAnswer.acceptedAsNull(TimedWork.lasting(DURATION));
    }

    @Override
    public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
      operationCompletion.succeed();
      ConnectionStatuses.refresh(operationCompletion.world());
      return null;
    }
  }

  /** POST of a reset: the service makes the new key when the operation ends. */
  static final class Reset implements ArmOperation {
    private static final String LENGTH = "keyLength";

    @Override
    public OperationAnswer accept(ResourceRequest request) {
      ConcurrencyGuard.refuse(request);
      current(request);
      int length = JsonMembers.number(request.body(), LENGTH, SharedKeyGenerator.LONGEST);
      if (length < 1 || length > SharedKeyGenerator.LONGEST) {
        throw NetworkErrors.wrongValue(String.valueOf(length), "ConnectionResetSharedKey", LENGTH);
      }
      change(request, connection -> {});
      return OperationAnswer.accepted(
          TimedWork.lasting(DURATION).with(JsonCodec.object().put(LENGTH, length)));
    }

    @Override
    public @Nullable JsonNode complete(OperationCompletion operationCompletion) {
      int length =
          JsonMembers.number(operationCompletion.data(), LENGTH, SharedKeyGenerator.LONGEST);
      String key = SharedKeyGenerator.generate(operationCompletion.world(), length);
      operationCompletion
          .world()
          .resources()
          .change(
              operationCompletion.id(),
              connection -> JsonMembers.properties(connection).put(KEY, key));
      operationCompletion.succeed();
      ConnectionStatuses.refresh(operationCompletion.world());
      return null;
    }
  }

  private static String current(ResourceRequest request) {
    String key = JsonMembers.text(request.required(), "properties", KEY);
    if (key == null) {
      throw ArmErrors.notFound(request.id().child("sharedkey", "default"));
    }
    return key;
  }

  private static void change(ResourceRequest request, Consumer<ObjectNode> keyChange) {
    request
        .world()
        .resources()
        .change(
            request.id(),
            connection -> {
              keyChange.accept(connection);
              ProvisioningStateField.mark(connection, ProvisioningStateField.UPDATING);
            });
  }
}
