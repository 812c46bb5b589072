package dev.signet.suite;

/** Forms on RESTEasy, which starts CDI itself. */
class RestEasyFormsTest extends InProcessForms {}
