/** The samples of the documentation that no other test has, so that they compile. */
@org.jspecify.annotations.NullMarked
package dev.signet.documentation;
