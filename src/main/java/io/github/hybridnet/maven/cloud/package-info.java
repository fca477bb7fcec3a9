/** maven.cloud. */
@NullMarked
package io.github.hybridnet.maven.cloud;

import org.jspecify.annotations.NullMarked;
