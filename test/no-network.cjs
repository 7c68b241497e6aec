// Loaded before the program: any use of the network throws.
const fail = () => {
  throw new Error("the network was used");
};
require("node:net").Socket.prototype.connect = fail;
require("node:dns").lookup = fail;
