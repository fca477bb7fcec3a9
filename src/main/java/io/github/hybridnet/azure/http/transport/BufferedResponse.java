package io.github.hybridnet.azure.http.transport;

import com.azure.core.http.HttpHeaderName;
import com.azure.core.http.HttpHeaders;
import com.azure.core.http.HttpRequest;
import com.azure.core.http.HttpResponse;
import com.azure.core.util.BinaryData;
import com.azure.core.util.CoreUtils;
import java.nio.ByteBuffer;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** An answer whose body is in memory, and can be read any number of times. */
public final class BufferedResponse extends HttpResponse {
  private final int status;
  private final HttpHeaders headers;
  private final byte[] body;

  BufferedResponse(HttpRequest request, java.net.http.HttpResponse<byte[]> answer) {
    this(request, answer.statusCode(), headers(answer.headers()), body(answer));
  }

  /** A proxy that asks for a password has no body. */
  private static byte[] body(java.net.http.HttpResponse<byte[]> answer) {
    byte[] body = answer.body();
    return body == null ? new byte[0] : body;
  }

  /** An answer of the given parts. */
  public BufferedResponse(HttpRequest request, int status, HttpHeaders headers, byte[] body) {
    super(request);
    this.status = status;
    this.headers = headers;
    this.body = body.clone();
  }

  private static HttpHeaders headers(java.net.http.HttpHeaders from) {
    HttpHeaders headers = new HttpHeaders();
    from.map().forEach((name, values) -> headers.set(HttpHeaderName.fromString(name), values));
    return headers;
  }

  @Override
  public int getStatusCode() {
    return status;
  }

  @Override
  @Deprecated
  public @Nullable String getHeaderValue(String name) {
    return headers.getValue(HttpHeaderName.fromString(name));
  }

  @Override
  public HttpHeaders getHeaders() {
    return headers;
  }

  @Override
  public Flux<ByteBuffer> getBody() {
    return Flux.just(ByteBuffer.wrap(body).asReadOnlyBuffer());
  }

  @Override
  public BinaryData getBodyAsBinaryData() {
    return BinaryData.fromBytes(body);
  }

  @Override
  public Mono<byte[]> getBodyAsByteArray() {
    return Mono.just(body.clone());
  }

  @Override
  public Mono<String> getBodyAsString() {
    String type = headers.getValue(HttpHeaderName.CONTENT_TYPE);
    return Mono.just(CoreUtils.bomAwareToString(body, type));
  }

  @Override
  public Mono<String> getBodyAsString(Charset charset) {
    return Mono.just(new String(body, charset));
  }

  @Override
  public HttpResponse buffer() {
    return this;
  }
}
