package io.github.hybridnet.azure.resource;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.policy.AddHeadersFromContextPolicy;
import com.azure.core.http.rest.Response;
import com.azure.core.util.FluxUtil;
import io.github.hybridnet.azure.operation.Accepted;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Sends the SDK's writes and keeps their first answer, which its pollers would swallow. */
final class Puts {
  private Puts() {}

  /**
   * Sends a write.
   *
   * @param etag sent as {@code If-Match}, unless null
   */
  static Accepted send(Mono<Response<Flux<ByteBuffer>>> write, @Nullable String etag) {
    HttpHeaders headers = new HttpHeaders();
    if (etag != null) {
      headers.set(HttpHeaderName.IF_MATCH, etag);
    }
    Response<Flux<ByteBuffer>> response =
        write
            .contextWrite(
                context ->
                    context.put(
                        AddHeadersFromContextPolicy.AZURE_REQUEST_HTTP_HEADERS_KEY, headers))
            .block();
    Objects.requireNonNull(response, "a write has an answer");
    byte[] body = FluxUtil.collectBytesInByteBufferStream(response.getValue()).block();
    return new Accepted(
        response.getHeaders(), body == null ? "" : new String(body, StandardCharsets.UTF_8));
  }
}
