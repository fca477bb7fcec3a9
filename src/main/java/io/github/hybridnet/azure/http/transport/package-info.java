/** azure.http.transport. */
@NullMarked
package io.github.hybridnet.azure.http.transport;

import org.jspecify.annotations.NullMarked;
