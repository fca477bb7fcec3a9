package io.github.hybridnet.simulator.network.body;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.hybridnet.simulator.arm.ArmCall;
import io.github.hybridnet.simulator.arm.BodyReader;
import io.github.hybridnet.simulator.arm.error.ArmError.Detail;
import io.github.hybridnet.simulator.arm.error.ArmErrors;
import io.github.hybridnet.simulator.arm.id.TypeName;
import io.github.hybridnet.simulator.variant.AzureVariant;
import io.github.hybridnet.simulator.variant.VariantSelection;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the bodies of PUTs of a type of {@code Microsoft.Network}, and refuses those that it could
 * not read: all mistakes at once, each with its place in the text.
 */
public final class RequestBodyReader implements BodyReader {
  private static final JsonFactory JSON = new JsonFactory();

  private final TypeName type;

  /** The reader for bodies of a type. A type that the table does not have may have any body. */
  public RequestBodyReader(TypeName type) {
    this.type = type;
  }

  @Override
  public @Nullable JsonNode read(ArmCall call, VariantSelection variants) {
    JsonNode body = call.body();
    Optional<MemberShape> shape = BodyMembers.described().of(type);
    if (body == null || shape.isEmpty()) {
      return body;
    }
    require(call, shape.get(), variants);
    return variants.is(AzureVariant.JSON_TYPES, "converted")
        ? BodyConversion.convert(body, shape.get(), call.apiVersion())
        : body;
  }

  private void require(ArmCall call, MemberShape shape, VariantSelection variants) {
    try (JsonParser parser = JSON.createParser(call.content())) {
      BodyWalk walk = new BodyWalk(parser, type.path(), call.apiVersion(), variants);
      List<Detail> details = walk.walk(shape);
      if (walk.isIncomplete() || !details.isEmpty()) {
        throw BodyErrors.unreadable(details);
      }
    } catch (IOException e) {
      throw ArmErrors.invalidRequestContent("not JSON");
    }
  }
}
