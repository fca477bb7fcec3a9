package io.github.hybridnet.azure.http;

import io.github.hybridnet.arm.ApiVersion;

/** Which version of Azure's interface a request asks for. */
interface ApiVersionPolicy {
  /** The versions that this plugin is made for: those of Azure for the world. */
  ApiVersionPolicy AS_MADE =
      new ApiVersionPolicy() {
        @Override
        public String of(String path, ApiVersion made) {
          return made.text();
        }

        @Override
        public String reason(String path, String asked) {
          return "that is the version that hybridnet is made for";
        }
      };

  /**
   * The version for a request.
   *
   * @param path of the request, such as a resource id
   * @param made the version that the request was made for; no newer one is chosen
   */
  String of(String path, ApiVersion made);

  /**
   * Why a request had its version, as part of a sentence.
   *
   * @param path of the request
   * @param asked its version
   */
  String reason(String path, String asked);
}
