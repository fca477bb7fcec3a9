/** azure.signin.cloud. */
@NullMarked
package io.github.hybridnet.azure.signin.cloud;

import org.jspecify.annotations.NullMarked;
