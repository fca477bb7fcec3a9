/** Which cloud, which identity, which subscription, and where each came from. */
@NullMarked
package io.github.hybridnet.azure.signin;

import org.jspecify.annotations.NullMarked;
